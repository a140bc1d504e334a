package dev.retort.jpa;

import dev.retort.error.EntityModelException;
import dev.retort.error.MissingClass;
import dev.retort.model.EntityRequest;
import dev.retort.model.Model;
import dev.retort.model.TargetDatabase;
import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.HibernateException;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;

/** Starts only the part of Hibernate that maps entities to tables: no connection, no session factory. */
final class HibernateMetadata {

    /** Settings that would make Hibernate connect to a database or change one. */
    private static final List<String> CONNECTING = List.of(
            "jakarta.persistence.jdbc.",
            "jakarta.persistence.jtaDataSource",
            "jakarta.persistence.nonJtaDataSource",
            "jakarta.persistence.schema-generation.",
            "javax.persistence.",
            "hibernate.connection.",
            "hibernate.hikari.",
            "hibernate.hbm2ddl.",
            "hibernate.multiTenancy");

    private HibernateMetadata() {}

    /**
     * The metadata that Hibernate builds from classes.
     *
     * @throws EntityModelException when Hibernate cannot
     */
    static Model read(EntityRequest request, Map<String, String> settings, ManagedClasses managed) {
        ClassLoader loader = request.application().loader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // Hibernate's libraries, JAXB among them, look up their parts in the thread's class loader.
        thread.setContextClassLoader(loader);
        try (StandardServiceRegistry registry = new StandardServiceRegistryBuilder(new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(loader)
                        .build())
                .applySettings(offline(settings, request.target()))
                .build()) {
            JdbcEnvironment environment = environment(registry, request.target());
            MetadataImplementor metadata = metadata(registry, managed);
            return new MetadataReader(metadata, environment, request, settings).model();
        } catch (EntityModelException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            Optional<MissingClass> missing = MissingClass.behind(e);
            if (missing.isPresent()) {
                throw managed.lacking(missing.get(), e);
            }
            throw new EntityModelException(
                    "Hibernate cannot read the entities: " + said(e), "The cause lies in the mapping.", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Hibernate's own exceptions need no class name. */
    private static String said(Throwable failure) {
        return failure instanceof PersistenceException || failure instanceof IllegalArgumentException
                ? String.valueOf(failure.getMessage())
                : failure.toString();
    }

    private static Map<String, Object> offline(Map<String, String> settings, TargetDatabase target) {
        Map<String, Object> offline = new HashMap<>(settings);
        offline.keySet().removeIf(key -> CONNECTING.stream().anyMatch(key::startsWith));
        offline.put("hibernate.boot.allow_jdbc_metadata_access", "false");
        offline.put("jakarta.persistence.database-product-name", target.product());
        offline.put("jakarta.persistence.database-major-version", String.valueOf(target.majorVersion()));
        offline.put("jakarta.persistence.database-minor-version", String.valueOf(target.minorVersion()));
        return offline;
    }

    private static JdbcEnvironment environment(StandardServiceRegistry registry, TargetDatabase target) {
        try {
            return registry.requireService(JdbcEnvironment.class);
        } catch (HibernateException e) {
            throw new EntityModelException(
                    "Hibernate has no dialect for " + target + " on the application's class path.",
                    "Add org.hibernate.orm:hibernate-community-dialects in the version of your Hibernate, or set"
                            + " hibernate.dialect.",
                    e);
        }
    }

    private static MetadataImplementor metadata(StandardServiceRegistry registry, ManagedClasses managed) {
        MetadataSources sources = new MetadataSources(registry);
        managed.classes().forEach(sources::addAnnotatedClass);
        managed.packages().forEach(sources::addPackage);
        Set<String> files = managed.mappingFiles();
        files.forEach(sources::addResource);
        MetadataImplementor metadata = (MetadataImplementor) sources.buildMetadata();
        metadata.orderColumns(false);
        return metadata;
    }
}

package dev.retort.jpa;

import dev.retort.error.EntityModelException;
import dev.retort.model.ApplicationClasses;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The classes, packages and mapping files that a mapping is made of. */
final class ManagedClasses {

    private static final String PACKAGE_INFO = ".package-info";
    private static final String DEFAULT_MAPPING = "META-INF/orm.xml";

    private static final List<Class<? extends Annotation>> MAPPING =
            List.of(Entity.class, MappedSuperclass.class, Embeddable.class, Converter.class);

    private final ApplicationClasses application;
    private final Map<String, Class<?>> classes = new TreeMap<>();
    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> mappingFiles = new LinkedHashSet<>();

    ManagedClasses(ApplicationClasses application) {
        this.application = application;
        addMappingFileIfThere(DEFAULT_MAPPING);
    }

    void addPackage(String name) {
        addAll(new ClassPathScan(application.classPath()).candidates(name));
    }

    void addClass(String name) {
        classes.put(name, load(name));
    }

    void addUnit(PersistenceUnit unit) {
        unit.classes().forEach(this::addClass);
        mappingFiles.addAll(unit.mappingFiles());
        addAll(new ClassPathScan(unit.roots()).candidates(""));
    }

    private void addAll(Set<String> candidates) {
        for (String candidate : candidates) {
            if (candidate.endsWith(PACKAGE_INFO)) {
                packages.add(candidate.substring(0, candidate.length() - PACKAGE_INFO.length()));
                continue;
            }
            Class<?> type = load(candidate);
            if (MAPPING.stream().anyMatch(type::isAnnotationPresent)) {
                classes.put(candidate, type);
            }
        }
    }

    private void addMappingFileIfThere(String name) {
        if (application.loader().getResource(name) != null) {
            mappingFiles.add(name);
        }
    }

    private Class<?> load(String name) {
        try {
            return Class.forName(name, false, application.loader());
        } catch (UnsupportedClassVersionError e) {
            throw new EntityModelException(
                    "Class " + name + " was compiled for a newer Java than this one, "
                            + Runtime.version().feature() + ".",
                    "Run Retort with the Java that compiled it.",
                    e);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new EntityModelException(
                    "Class " + name + " cannot be loaded: " + e + ".",
                    "The class path has to hold the application with everything it needs: " + searchedPlaces() + ".",
                    e);
        }
    }

    boolean hasEntities() {
        return classes.values().stream().anyMatch(type -> type.isAnnotationPresent(Entity.class))
                || !mappingFiles.isEmpty();
    }

    /** The classes, sorted by name. */
    List<Class<?>> classes() {
        return List.copyOf(classes.values());
    }

    /** The packages that have something of their own to say. */
    Set<String> packages() {
        return packages;
    }

    Set<String> mappingFiles() {
        return mappingFiles;
    }

    /** The class path, for a message. */
    String searchedPlaces() {
        return application.classPath().stream().map(Path::toString).collect(Collectors.joining(", "));
    }
}

package dev.retort.jpa;

import dev.retort.dialect.Dialect;
import dev.retort.jpa.shop.Customer;
import dev.retort.model.ApplicationClasses;
import dev.retort.model.EntityRequest;
import dev.retort.model.EntitySelection;
import dev.retort.model.ModelSource;
import dev.retort.model.TargetDatabase;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Sources of the entities of these tests. */
final class Requests {

    static final String SHOP = "dev.retort.jpa.shop";
    static final TargetDatabase H2 = new TargetDatabase("H2", 2, 4);

    private Requests() {}

    static ModelSource source(Hibernate hibernate, EntitySelection entities, Map<String, String> settings) {
        return source(hibernate, entities, settings, VerbatimDialect.create(), H2);
    }

    static ModelSource source(
            Hibernate hibernate,
            EntitySelection entities,
            Map<String, String> settings,
            Dialect dialect,
            TargetDatabase target) {
        return hibernate
                .provider()
                .source(new EntityRequest(
                        entities,
                        settings,
                        new ApplicationClasses(List.of(testClasses()), hibernate.application()),
                        dialect,
                        target));
    }

    static Path testClasses() {
        try {
            return Path.of(Customer.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.retort.tests.conformance;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.InspectionScope;
import dev.retort.model.EntityModelProvider;
import dev.retort.model.EntityRequest;
import dev.retort.model.Model;
import dev.retort.model.ModelSource;
import dev.retort.schema.SchemaSnapshot;
import java.net.URL;
import java.net.URLClassLoader;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** Desires the schema of another database: the model of a project whose application is a {@link Loader}. */
public final class TwinModel implements EntityModelProvider {

    /** For the loader of services. */
    public TwinModel() {}

    @Override
    public ModelSource source(EntityRequest request) {
        ClassLoader loader = request.application().loader();
        while (!(loader instanceof Loader)) {
            loader = Objects.requireNonNull(loader).getParent();
        }
        SchemaSnapshot desired = ((Loader) loader).desired;
        return () -> Model.of(desired);
    }

    /** What a database holds in some schemas, or in the one that it is in where none are named. */
    static SchemaSnapshot inspect(Connection connection, List<String> schemas) throws SQLException {
        return Dialects.loadedFrom(TwinModel.class.getClassLoader())
                .forConnection(connection)
                .inspector()
                .inspect(connection, new InspectionScope(schemas, null));
    }

    /** An application that is to have a schema. */
    static final class Loader extends URLClassLoader {

        private final SchemaSnapshot desired;

        Loader(SchemaSnapshot desired) {
            super(
                    new URL[] {Objects.requireNonNull(TwinModel.class.getResource("/conformance/model/"))},
                    TwinModel.class.getClassLoader());
            this.desired = desired;
        }
    }
}

package dev.retort.dialect.h2;

import dev.retort.dialect.CatalogNames;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The user-defined objects that definitions may use besides columns: domains, sequences, constants and functions. */
final class UserObjects {

    private static final Literals LITERALS = new Literals();

    private final DatabaseVersion version;
    private final H2Identifiers identifiers;
    private final SqlTypes types;

    UserObjects(DatabaseVersion version, H2Identifiers identifiers, SqlTypes types) {
        this.version = version;
        this.identifiers = identifiers;
        this.types = types;
    }

    /**
     * The statements that create them in another database, where names without a schema then mean the same.
     *
     * @param connection the database that has them
     * @param text the definitions; objects that these only seem to use are created too
     */
    List<String> made(Connection connection, String text) throws SQLException {
        Found found = found(connection, name -> SqlTokens.mention(text, name));
        if (isOfThisProcess(connection)) {
            found.addFunctions(connection);
        }
        return found.statements(identifiers.fromCatalog(connection.getSchema()));
    }

    /** The same for all objects; empty if there are functions. */
    Optional<List<String>> withoutFunctions(Connection connection) throws SQLException {
        List<String> functions = CatalogQuery.of("SELECT ROUTINE_NAME FROM INFORMATION_SCHEMA.ROUTINES")
                .texts(connection);
        return functions.isEmpty()
                ? Optional.of(
                        found(connection, name -> true).statements(identifiers.fromCatalog(connection.getSchema())))
                : Optional.empty();
    }

    private Found found(Connection connection, Predicate<String> mentioned) throws SQLException {
        Map<String, @Nullable String> schemas = new LinkedHashMap<>();
        CatalogQuery.of("SELECT SCHEMA_NAME FROM INFORMATION_SCHEMA.SCHEMATA")
                .forEach(connection, row -> schemas.put(row.getString(1), identifiers.fromCatalog(row.getString(1))));
        Found found = new Found(mentioned, new CatalogNames(identifiers, schemas));
        found.addDomains(connection);
        found.addSequences(connection);
        found.addConstants(connection);
        return found;
    }

    /** A server's functions are left to the server: H2 calls a function with constant arguments. */
    private static boolean isOfThisProcess(Connection connection) throws SQLException {
        List<Integer> own = new ArrayList<>();
        CatalogQuery.of(
                        "SELECT SESSION_ID FROM INFORMATION_SCHEMA.SESSIONS WHERE SESSION_ID = SESSION_ID() AND SERVER IS NULL")
                .forEach(connection, row -> own.add(row.getInt(1)));
        return !own.isEmpty();
    }

    /** The objects of one database that a text uses. */
    private final class Found {

        private final Predicate<String> mentioned;
        private final CatalogNames names;
        private final Set<String> schemas = new LinkedHashSet<>();
        private final Set<String> objects = new LinkedHashSet<>();

        Found(Predicate<String> mentioned, CatalogNames names) {
            this.mentioned = mentioned;
            this.names = names;
        }

        void addDomains(Connection connection) throws SQLException {
            CatalogTypes domains = CatalogTypes.of("DOMAIN", names, types, connection);
            CatalogQuery.of("SELECT DOMAIN_SCHEMA, DOMAIN_NAME, " + ReportedType.COLUMNS
                            + " FROM INFORMATION_SCHEMA.DOMAINS")
                    .forEach(connection, row -> {
                        QualifiedName domain = names.of(row, "DOMAIN_SCHEMA", "DOMAIN_NAME");
                        add("DOMAIN", domain, "AS " + types.render(domains.type(domain, ReportedType.of(row))));
                    });
        }

        void addSequences(Connection connection) throws SQLException {
            for (Sequence sequence : new H2Catalog(version, names, types, connection).sequences()) {
                add("SEQUENCE", sequence.name(), sequence.type() == null ? "" : "AS " + types.render(sequence.type()));
            }
        }

        void addConstants(Connection connection) throws SQLException {
            CatalogQuery.of("SELECT CONSTANT_SCHEMA, CONSTANT_NAME, VALUE_DEFINITION FROM INFORMATION_SCHEMA.CONSTANTS")
                    .forEach(connection, row -> {
                        QualifiedName constant = names.of(row, "CONSTANT_SCHEMA", "CONSTANT_NAME");
                        add("CONSTANT", constant, "VALUE " + row.getString("VALUE_DEFINITION"));
                    });
        }

        void addFunctions(Connection connection) throws SQLException {
            CatalogQuery.of("SELECT ROUTINE_SCHEMA, ROUTINE_NAME, EXTERNAL_NAME, ROUTINE_DEFINITION, IS_DETERMINISTIC"
                            + " FROM INFORMATION_SCHEMA.ROUTINES WHERE ROUTINE_TYPE = 'FUNCTION'")
                    .forEach(connection, row -> {
                        QualifiedName function = names.of(row, "ROUTINE_SCHEMA", "ROUTINE_NAME");
                        add("ALIAS", function, body(row));
                    });
        }

        /** Only administrators can see its source. */
        private String body(ResultSet row) throws SQLException {
            String determined = row.getString("IS_DETERMINISTIC").equals("YES") ? "DETERMINISTIC " : "";
            String method = CatalogQuery.text(row, "EXTERNAL_NAME");
            String source = CatalogQuery.text(row, "ROUTINE_DEFINITION");
            return determined
                    + (method == null ? "AS " + LITERALS.text(String.valueOf(source)) : "FOR " + LITERALS.text(method));
        }

        private void add(String kind, QualifiedName name, String definition) {
            if (mentioned.test(identifiers.toCatalog(name.name()))) {
                schemas.add(String.valueOf(name.schema()));
                objects.add("CREATE " + kind + " " + identifiers.write(name) + " " + definition);
            }
        }

        List<String> statements(String home) {
            schemas.add(home);
            List<String> statements = new ArrayList<>();
            schemas.forEach(schema -> statements.add("CREATE SCHEMA IF NOT EXISTS " + identifiers.write(schema)));
            statements.add("SET SCHEMA " + identifiers.write(home));
            statements.addAll(objects);
            return statements;
        }
    }
}

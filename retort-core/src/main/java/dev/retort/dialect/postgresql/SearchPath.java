package dev.retort.dialect.postgresql;

import dev.retort.dialect.Access;
import dev.retort.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The schemas in which a session looks up names. A schema that does not exist, or that the user may not use, is silently skipped:
 * https://www.postgresql.org/docs/current/ddl-schemas.html#DDL-SCHEMAS-PATH
 *
 * @param current the schema in which a table without schema is created; null for none
 * @param user the user whose privileges count
 * @param written the setting
 */
record SearchPath(@Nullable String current, String user, String written) {

    private static final Pattern ELEMENT = Pattern.compile("\\s*(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\s]+))\\s*(?:,|$)");
    private static final Pattern CAPITALS = Pattern.compile("[A-Z]+");
    private static final String OWN = "$user";
    private static final String TEMPORARY = "pg_temp";

    static SearchPath of(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT current_schema(), current_user, current_setting('search_path')")) {
            row.next();
            return new SearchPath(row.getString(1), row.getString(2), row.getString(3));
        }
    }

    /** The first schema in the path; the one with the user's name may be missing. */
    private Optional<String> first() {
        Matcher element = ELEMENT.matcher(written);
        while (element.lookingAt() && element.end() > element.start()) {
            String name = element.group(1) == null
                    ? folded(element.group(2))
                    : element.group(1).replace("\"\"", "\"");
            if (!name.equals(OWN)) {
                return Optional.of(PostgresqlIdentifiers.cut(name));
            }
            element.region(element.end(), written.length());
        }
        return Optional.empty();
    }

    /** A name without quotes as the server folds it, which leaves letters beyond ASCII unchanged. */
    private static String folded(String name) {
        return CAPITALS.matcher(name).replaceAll(capitals -> capitals.group().toLowerCase(Locale.ROOT));
    }

    /**
     * Refuses a path whose first schema cannot be used, and one in which tables would be temporary.
     *
     * @param ownSchema whether the metadata tables are in another schema, so that a revision may still create this one
     */
    void requireFirst(Connection connection, boolean ownSchema) throws SQLException {
        if (current != null && current.startsWith(TEMPORARY + "_")) {
            throw new DatabaseAccessException(
                    "The search path begins with pg_temp, so tables would be made as temporary ones, which are gone with the connection.",
                    "Put pg_temp last in the search path, which is '" + written + "'.",
                    null);
        }
        String schema = first().orElse(null);
        if (schema == null || schema.equals(current) || user.equals(current)) {
            return;
        }
        Optional<Boolean> usable = usable(connection, schema, "USAGE");
        if (usable.isPresent() && !usable.get()) {
            throw new DatabaseAccessException(
                    "The login " + user + " may not use the schema " + schema + ", so what it contains is not known.",
                    grant("USAGE", schema),
                    null);
        }
        boolean nowhere = current == null && !ownSchema;
        boolean elsewhere = current != null && isOfThisConnection(connection);
        if (usable.isEmpty() && (nowhere || elsewhere)) {
            throw new DatabaseAccessException(
                    "The schema " + schema + ", in which the connection is to work, does not exist.",
                    "Run CREATE SCHEMA " + quoted(schema) + "; first, or name another as currentSchema in the url.",
                    null);
        }
    }

    /** The default path of a database may name schemas that only some databases have. */
    private static boolean isOfThisConnection(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT source IN ('client', 'session') FROM pg_settings WHERE name = 'search_path'")) {
            return row.next() && row.getBoolean(1);
        }
    }

    boolean lacks(Connection connection, String schema, String right) throws SQLException {
        return usable(connection, schema, right).filter(usable -> !usable).isPresent();
    }

    /** Whether the user has a privilege on a schema; empty if there is no such schema. */
    private static Optional<Boolean> usable(Connection connection, String schema, String right) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT has_schema_privilege(oid, ?) FROM pg_namespace WHERE nspname = ?")) {
            statement.setString(1, right);
            statement.setString(2, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getBoolean(1)) : Optional.empty();
            }
        }
    }

    String grant(String right, String schema) {
        return Access.granting("GRANT " + right + " ON SCHEMA " + quoted(schema) + " TO " + quoted(user));
    }

    private static String quoted(String name) {
        return new PostgresqlIdentifiers().write(name);
    }
}

package dev.retort.dialect.mariadb;

import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The state of a connection.
 *
 * @param database the current database; null for none
 * @param foldsTableNames whether the case of table names does not count
 * @param collation the default collation; null if it is not known
 */
public record MariadbSession(
        @Nullable String database,
        boolean foldsTableNames,
        @Nullable String collation) {

    /**
     * Prefix of catalog queries: names in their results are then in backticks whatever the session's settings. With ANSI_QUOTES they would
     * be in the quotes of strings.
     */
    static final String IN_PLAIN_WORDS = "SET STATEMENT sql_mode = '', sql_quote_show_create = 1 FOR ";

    /** For a server that cannot be asked: it runs on Linux. */
    public static final MariadbSession UNKNOWN = new MariadbSession(null, false, null);

    /** The default collation or character set of a new table; null if it is not known. */
    @Nullable
    String collationOf(Table table) {
        return TableOptions.collation(table).orElse(collationIn(table.name().schema()));
    }

    /** The default collation of a new table in a schema; null if it is not known. */
    @Nullable
    String collationIn(@Nullable String schema) {
        return schema == null || schema.equals(database) ? collation : null;
    }

    /** A table's name with its database and in its relevant case; empty if there is no database. */
    Optional<QualifiedName> whole(QualifiedName table) {
        String schema = table.schema() == null ? database : table.schema();
        return Optional.ofNullable(schema).map(known -> new QualifiedName(folded(known), folded(table.name())));
    }

    private String folded(String name) {
        return foldsTableNames ? name.toLowerCase(Locale.ROOT) : name;
    }

    /** That of a live connection. */
    public static MariadbSession of(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT DATABASE(), @@lower_case_table_names <> 0, @@collation_database");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new MariadbSession(row.getString(1), row.getBoolean(2), row.getString(3));
        }
    }
}

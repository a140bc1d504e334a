package dev.retort.sql;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How databases read SQL, by their names.
 *
 * @param byName the syntaxes by the names of the databases, in lower case
 */
public record SqlSyntaxes(Map<String, SqlSyntax> byName) {

    public SqlSyntaxes {
        byName = Map.copyOf(byName);
    }

    /** The names of the databases. */
    public Set<String> names() {
        return byName.keySet();
    }

    /** The syntax of a database; {@link SqlSyntax#COMMON} when the name is not known. */
    public SqlSyntax of(String database) {
        return byName.getOrDefault(database.toLowerCase(Locale.ROOT), SqlSyntax.COMMON);
    }
}

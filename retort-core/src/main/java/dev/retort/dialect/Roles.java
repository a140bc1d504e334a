package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** Finds the roles that users' own statements name, so that a missing one is reported before the first step. */
public interface Roles {

    /** For a database without such roles. */
    Roles NONE = new Roles() {
        @Override
        public Mention in(String sql) {
            return Mention.NONE;
        }

        @Override
        public Set<String> missing(Connection connection, Set<String> names) {
            return Set.of();
        }
    };

    /**
     * The roles in an SQL text, with names as in the catalog.
     *
     * @param needed the roles that must exist when it runs
     * @param made the roles that exist after it has run
     * @param unseen whether it runs code that may create others
     */
    record Mention(Set<String> needed, Set<String> made, boolean unseen) {

        /** No roles. */
        public static final Mention NONE = new Mention(Set.of(), Set.of(), false);
    }

    /** The roles in a text. */
    Mention in(String sql);

    /** Those of some roles that do not exist. */
    Set<String> missing(Connection connection, Set<String> names) throws SQLException;
}

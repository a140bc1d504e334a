package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The roles that a user's own statements name, so that one that is missing is known before the first step. */
public interface Roles {

    /** Of a database whose statements name none. */
    Roles NONE = new Roles() {
        @Override
        public Set<String> needed(String sql) {
            return Set.of();
        }

        @Override
        public Set<String> made(String sql) {
            return Set.of();
        }

        @Override
        public Set<String> missing(Connection connection, Set<String> names) {
            return Set.of();
        }
    };

    /** The roles that must be there when a text of SQL runs, as the catalog writes them. */
    Set<String> needed(String sql);

    /** The roles that are there when it has run. */
    Set<String> made(String sql);

    /** Those of some roles that the server has not. */
    Set<String> missing(Connection connection, Set<String> names) throws SQLException;
}

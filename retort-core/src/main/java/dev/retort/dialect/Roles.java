package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/** The roles that a user's own statements name, so that one that is missing is known before the first step. */
public interface Roles {

    /** Of a database whose statements name none. */
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
     * What a text of SQL says of roles, whose names are as the catalog writes them.
     *
     * @param needed those that must be there when it runs
     * @param made those that are there when it has run
     * @param unseen whether it runs code that may make others
     */
    record Mention(Set<String> needed, Set<String> made, boolean unseen) {

        /** Of a text that says nothing of roles. */
        public static final Mention NONE = new Mention(Set.of(), Set.of(), false);
    }

    /** What a text says of them. */
    Mention in(String sql);

    /** Those of some roles that the server has not. */
    Set<String> missing(Connection connection, Set<String> names) throws SQLException;
}

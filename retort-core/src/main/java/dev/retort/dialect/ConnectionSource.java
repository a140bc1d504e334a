package dev.retort.dialect;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections to one database. */
@FunctionalInterface
public interface ConnectionSource {

    /** A new connection; whoever asked closes it. */
    Connection open() throws SQLException;
}

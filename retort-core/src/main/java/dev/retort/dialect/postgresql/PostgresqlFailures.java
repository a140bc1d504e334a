package dev.retort.dialect.postgresql;

import dev.retort.dialect.Failures;
import java.sql.SQLException;

/** The server ends sessions with a state of its own: https://www.postgresql.org/docs/current/errcodes-appendix.html */
final class PostgresqlFailures extends Failures {

    @Override
    public boolean isLost(SQLException failure) {
        return super.isLost(failure) || String.valueOf(failure.getSQLState()).startsWith("57P");
    }
}

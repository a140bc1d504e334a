package dev.retort.dialect.hsqldb;

import dev.retort.dialect.Failures;
import java.sql.SQLException;

/** The errors of HSQLDB, whose SQL states are those of the standard: https://hsqldb.org/doc/2.0/apidocs/org.hsqldb/org/hsqldb/error/ErrorCode.html */
final class HsqldbFailures extends Failures {

    static final HsqldbFailures INSTANCE = new HsqldbFailures();

    /** "User lacks privilege or object not found": it tells nobody which of the two. */
    static final int NOT_FOUND = -5501;

    /** The states of SIGNAL in a routine or a trigger: https://hsqldb.org/doc/2.0/guide/sqlroutines-chapt.html */
    private static final String SIGNALLED = "45";

    /** "Statement execution aborted": at the end of its time, and also when it is cancelled. */
    private static final String ABORTED = "40502";

    private HsqldbFailures() {}

    @Override
    public boolean isRefusal(SQLException failure) {
        return super.isRefusal(failure) || String.valueOf(failure.getSQLState()).startsWith(SIGNALLED);
    }

    @Override
    public boolean isCancelled(SQLException failure) {
        return ABORTED.equals(failure.getSQLState());
    }

    /** {@code … in statement [DROP TABLE a]} */
    @Override
    public String withoutStatement(String message, String statement) {
        return message.replace(" in statement [" + statement + "]", "");
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return super.isDenied(failure) && failure.getErrorCode() != NOT_FOUND;
    }

    /** Who may change a table may read it. */
    @Override
    public boolean isMissingTable(SQLException failure) {
        return failure.getErrorCode() == NOT_FOUND;
    }
}

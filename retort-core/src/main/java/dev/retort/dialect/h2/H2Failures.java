package dev.retort.dialect.h2;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.Set;

/** The error codes of H2: https://h2database.com/javadoc/org/h2/api/ErrorCode.html */
final class H2Failures extends Failures {

    private static final int CONCURRENT_UPDATE = 90131;

    static final H2Failures INSTANCE = new H2Failures();

    private static final int NOT_ENOUGH_RIGHTS = 90096;

    /** No connection, closed, closed at shutdown, closed here. */
    private static final Set<Integer> CLOSED = Set.of(90067, 90098, 90121, 90007);

    /** All others but those of the connection, which come before, say what is wrong with a statement. */
    private static final int GENERAL = 50000;

    /** No space, reading and writing failed, the file is damaged, out of memory. */
    private static final Set<Integer> UNCERTAIN = Set.of(90100, 90028, 90031, 90030, 90108);

    private H2Failures() {}

    @Override
    public boolean isLost(SQLException failure) {
        return CLOSED.contains(failure.getErrorCode());
    }

    /** {@code Table "A" not found; SQL statement:}, the statement on the next line, and behind it {@code [42102-252]}. */
    @Override
    public String withoutStatement(String message, String statement) {
        return message.replace("; SQL statement:\n" + statement, "");
    }

    /** Its own states are its codes. */
    @Override
    public boolean isRefusal(SQLException failure) {
        int code = failure.getErrorCode();
        return (code > GENERAL && !isLost(failure) && !UNCERTAIN.contains(code)) || super.isRefusal(failure);
    }

    @Override
    public boolean isNoAnswer(SQLException failure) {
        return failure.getErrorCode() == CONCURRENT_UPDATE || super.isNoAnswer(failure);
    }

    @Override
    public boolean isDenied(SQLException failure) {
        return failure.getErrorCode() == NOT_ENOUGH_RIGHTS;
    }
}

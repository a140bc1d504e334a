package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.error.MissingClass;
import dev.retort.error.SourcePosition;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The failure of one executable; the executor adds what it means for the step. */
final class StatementFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String statement;
    private final transient @Nullable Operation operation;
    private final Extent extent;
    private final String place;
    private final boolean ofCommit;
    private final Throwable cause;

    /** How much of a statement was done when it failed. */
    enum Extent {
        /** Nothing, if the statement is atomic: the server has certainly refused it, or it was never sent. */
        NOTHING,
        /** Nobody knows. */
        UNKNOWN,
        /** All of it, and a listener failed. */
        DONE
    }

    /** The failure of something that belongs to no operation. */
    StatementFailure(String statement, Throwable cause) {
        this(statement, null, Extent.NOTHING, false, "", cause);
    }

    /** The failure of a COMMIT, which may have succeeded. */
    static StatementFailure ofCommit(String what, Throwable cause) {
        return new StatementFailure("COMMIT, " + what, null, Extent.NOTHING, true, "", cause);
    }

    /** Whether it is the failure of a COMMIT. */
    boolean isOfCommit() {
        return ofCommit;
    }

    /** The failure of an operation's statement. */
    StatementFailure(String statement, @Nullable Operation operation, Extent extent, Throwable cause) {
        this(statement, operation, extent, false, "", cause);
    }

    /**
     * The failure of an operation's rows.
     *
     * @param place what to put before the message: the place in the file, as far as it is known
     */
    StatementFailure(String statement, Operation operation, Extent extent, String place, Throwable cause) {
        this(statement, operation, extent, false, place, cause);
    }

    private StatementFailure(
            String statement,
            @Nullable Operation operation,
            Extent extent,
            boolean ofCommit,
            String place,
            Throwable cause) {
        super(cause);
        this.cause = cause;
        this.statement = statement;
        this.operation = operation;
        this.extent = extent;
        this.place = place;
        this.ofCommit = ofCommit;
    }

    /** The failure of one of several statements as that of all of them. */
    StatementFailure ofPart(boolean first, boolean last) {
        boolean ofAll = (first && extent == Extent.NOTHING) || (last && extent == Extent.DONE);
        return ofAll ? this : new StatementFailure(statement, operation, Extent.UNKNOWN, ofCommit, place, cause);
    }

    /** How much of the statement was done. */
    Extent extent() {
        return extent;
    }

    /** The operation that it belongs to. */
    Optional<Operation> operation() {
        return Optional.ofNullable(operation);
    }

    /** What was run. */
    String statement() {
        return statement;
    }

    /**
     * The place of the failure in a file: the row of a COPY, or the place within a single statement as it is written there, that the server
     * names, if it names one.
     *
     * @param begin where the statement is written
     */
    @Nullable
    SourcePosition place(@Nullable SourcePosition begin, Dialect dialect) {
        Optional<SourcePosition> row = row(begin, dialect);
        if (row.isPresent()
                || begin == null
                || !(getCause() instanceof SQLException said)
                || !isAsWritten(dialect.syntax())) {
            return row.orElse(begin);
        }
        int before = dialect.failures().position(said).orElse(1) - 1;
        return before > statement.codePointCount(0, statement.length())
                ? begin
                : begin.after(statement.substring(0, statement.offsetByCodePoints(0, before)));
    }

    /** The line of the rejected row of a COPY, if its rows are lines of a file. */
    private Optional<SourcePosition> row(@Nullable SourcePosition begin, Dialect dialect) {
        if (begin == null
                || begin.column() == 0
                || !(getCause() instanceof SQLException said)
                || !(operation instanceof ExecuteSql written)) {
            return Optional.empty();
        }
        OptionalInt row = dialect.failures().rejectedRow(said);
        return row.isEmpty()
                ? Optional.empty()
                : CopyRows.of(written.sql(), dialect.syntax())
                        .map(rows -> rows.lineOf(written.sql(), row.getAsInt(), dialect.syntax()))
                        .map(lines -> new SourcePosition(begin.file(), begin.line() + lines));
    }

    private boolean isAsWritten(SqlSyntax syntax) {
        return operation instanceof ExecuteSql written
                && written.arguments().isEmpty()
                && written.sql().startsWith(statement)
                && SqlTokens.of(statement, syntax).statements(syntax).size() == 1;
    }

    /**
     * The message of the server or the data step, without what the place says already.
     *
     * @param begin where the statement is written
     */
    String reason(@Nullable SourcePosition begin, Dialect dialect) {
        String message = dialect.failures().withoutStatement(reason(), statement);
        return !place.isEmpty() || row(begin, dialect).isPresent()
                ? dialect.failures().withoutRow(message)
                : message;
    }

    private String reason() {
        Throwable cause = getCause();
        Optional<MissingClass> missing = cause instanceof LinkageError ? MissingClass.behind(cause) : Optional.empty();
        if (missing.isPresent()) {
            return "The class " + missing.get().name() + " is missing. "
                    + missing.get().remedy();
        }
        String message = cause == null ? null : cause.getMessage();
        return place + (message == null ? String.valueOf(cause) : message.strip());
    }
}

package dev.retort.dialect.postgresql;

import dev.retort.dialect.Failures;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server ends sessions with a state of its own: https://www.postgresql.org/docs/current/errcodes-appendix.html */
final class PostgresqlFailures extends Failures {

    /** The driver writes it on a line of its own, and another one for a query of a routine. */
    private static final Pattern POSITION = Pattern.compile("\n *Position ?: ([1-9][0-9]{0,8})(?:\n|$)");

    /** The context of a failure within a COPY, in the language of the server. */
    private static final Pattern COPIED =
            Pattern.compile("(\n *\\p{L}+ ?: COPY [^\n]*?), \\p{L}+ ([1-9][0-9]{0,8})(?![0-9])");

    @Override
    public OptionalInt position(SQLException failure) {
        Matcher position = POSITION.matcher(String.valueOf(failure.getMessage()));
        return position.find() ? OptionalInt.of(Integer.parseInt(position.group(1))) : OptionalInt.empty();
    }

    @Override
    public boolean isLost(SQLException failure) {
        return super.isLost(failure) || String.valueOf(failure.getSQLState()).startsWith("57P");
    }

    @Override
    public OptionalInt rejectedRow(SQLException failure) {
        Matcher named = COPIED.matcher(String.valueOf(failure.getMessage()));
        return named.find() ? OptionalInt.of(Integer.parseInt(named.group(2))) : OptionalInt.empty();
    }

    @Override
    public String withoutRow(String message) {
        return COPIED.matcher(message).replaceFirst("$1");
    }
}

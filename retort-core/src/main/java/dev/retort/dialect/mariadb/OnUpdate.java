package dev.retort.dialect.mariadb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A default taken apart that also says what an UPDATE sets: {@code current_timestamp() ON UPDATE current_timestamp()}.
 *
 * @param value the default; {@code NULL} when there is none
 * @param update what an UPDATE sets
 */
record OnUpdate(String value, String update) {

    private static final Pattern CLAUSE =
            Pattern.compile("(?is)(.*?)\\s+on\\s+update\\s+(\\w+\\s*(\\(\\s*\\d*\\s*\\))?)\\s*");

    /** The parts; empty when the text has no such clause. */
    static Optional<OnUpdate> of(String text) {
        Matcher clause = CLAUSE.matcher(text);
        return clause.matches() ? Optional.of(new OnUpdate(clause.group(1), clause.group(2))) : Optional.empty();
    }
}

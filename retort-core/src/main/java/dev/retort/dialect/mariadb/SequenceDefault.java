package dev.retort.dialect.mariadb;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A default that takes the next number of a sequence.
 *
 * @param database the sequence's database; null for the connection's own
 * @param sequence the sequence's name
 */
record SequenceDefault(@Nullable String database, String sequence) {

    private static final String NAME = "(`(?:[^`]|``)+`|[\\w$]+)";
    private static final String QUALIFIED = "(?:" + NAME + "\\s*\\.\\s*)?" + NAME;
    private static final Pattern TEXT = Pattern.compile(
            "\\s*(?:nextval\\s*\\(\\s*" + QUALIFIED + "\\s*\\)|next\\s+value\\s+for\\s+" + QUALIFIED + ")\\s*",
            Pattern.CASE_INSENSITIVE);

    /** The sequence in a default; empty if it is another default. */
    static Optional<SequenceDefault> of(String sql) {
        Matcher text = TEXT.matcher(sql);
        if (!text.matches()) {
            return Optional.empty();
        }
        int names = text.group(2) == null ? 3 : 1;
        String database = text.group(names);
        return Optional.of(
                new SequenceDefault(database == null ? null : unquoted(database), unquoted(text.group(names + 1))));
    }

    private static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }

    /** A default relative to a database: the server adds the database's name, which differs elsewhere. */
    static String within(@Nullable String database, String sql) {
        return of(sql).filter(taken -> database != null && database.equals(taken.database()))
                .map(taken -> "nextval(`" + taken.sequence().replace("`", "``") + "`)")
                .orElse(sql);
    }
}

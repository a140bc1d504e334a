package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlTokens;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which statements of SQLite do nothing, or fail, in a transaction, and which let what follows fail. */
final class SqliteTransactions {

    /** https://www.sqlite.org/lang_vacuum.html and https://www.sqlite.org/lang_detach.html */
    private static final Set<String> REFUSED = Set.of("vacuum", "detach");

    /** What is a no-op in a transaction, or refused there, when it is given a value: https://www.sqlite.org/pragma.html */
    private static final Set<String> SETTINGS = Set.of("foreign_keys", "journal_mode", "synchronous");

    private static final Set<String> FALSE = Set.of("0", "off", "false", "no");

    private SqliteTransactions() {}

    static Optional<String> whyNot(SqlTokens text) {
        if (text.size() == 0) {
            return Optional.empty();
        }
        String first = text.get(0).word();
        if (REFUSED.contains(first)) {
            return Optional.of("it refuses that inside a transaction");
        }
        String setting = setting(text);
        return setting.equals("wal_checkpoint")
                        || (SETTINGS.contains(setting) && !value(text).isEmpty())
                ? Optional.of("it ignores or refuses that inside a transaction")
                : Optional.empty();
    }

    /** Whether nothing can be written after a statement, whether inside a transaction or not. */
    static boolean forbidsWriting(SqlTokens text) {
        return setting(text).equals("query_only") && !value(text).isEmpty() && !FALSE.contains(value(text));
    }

    /** What a PRAGMA names, in lower case; empty for another statement. */
    private static String setting(SqlTokens text) {
        int name = nameOf(text);
        return text.size() > name && text.get(0).is("pragma")
                ? text.get(name).name().toLowerCase(Locale.ROOT)
                : "";
    }

    /** The value that a PRAGMA gives, behind an equals sign or in parentheses, in lower case; empty when it gives none. */
    private static String value(SqlTokens text) {
        int value = nameOf(text) + 2;
        return text.size() > value ? text.get(value).value().toLowerCase(Locale.ROOT) : "";
    }

    /** Behind a schema and its dot, or without. */
    private static int nameOf(SqlTokens text) {
        return text.size() > 3 && text.get(2).is(".") ? 3 : 1;
    }
}

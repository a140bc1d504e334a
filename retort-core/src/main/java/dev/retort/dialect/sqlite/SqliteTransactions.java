package dev.retort.dialect.sqlite;

import dev.retort.sql.SqlTokens;
import java.util.Optional;
import java.util.Set;

/** Which statements of SQLite do nothing, or fail, in a transaction. */
final class SqliteTransactions {

    /** https://www.sqlite.org/lang_vacuum.html and https://www.sqlite.org/lang_detach.html */
    private static final Set<String> REFUSED = Set.of("vacuum", "detach");

    /** What is a no-op in a transaction, or refused there, when it is given a value: https://www.sqlite.org/pragma.html */
    private static final Set<String> SETTINGS = Set.of("foreign_keys", "journal_mode", "synchronous");

    private SqliteTransactions() {}

    static Optional<String> whyNot(SqlTokens text) {
        if (text.size() == 0) {
            return Optional.empty();
        }
        String first = text.get(0).word();
        if (REFUSED.contains(first)) {
            return Optional.of("it refuses that inside a transaction");
        }
        int name = text.size() > 3 && text.get(2).is(".") ? 3 : 1;
        if (!first.equals("pragma") || name >= text.size()) {
            return Optional.empty();
        }
        String setting = text.get(name).word();
        boolean given = text.size() > name + 1 && !text.get(name + 1).is(";");
        if (setting.equals("wal_checkpoint") || (given && SETTINGS.contains(setting))) {
            return Optional.of("it ignores or refuses that inside a transaction");
        }
        return Optional.empty();
    }
}

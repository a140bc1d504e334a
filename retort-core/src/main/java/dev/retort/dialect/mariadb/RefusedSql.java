package dev.retort.dialect.mariadb;

import dev.retort.dialect.StatementKind;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * SQL after which a run cannot continue: without lock, server or metadata tables, or without seeing all of their rows.
 *
 * @param ending the first words of statements that end the server
 * @param remedy the alternative to reading few rows in the rest of the session, as a clause
 */
public record RefusedSql(Set<String> ending, String remedy) {

    static final RefusedSql OF_MARIADB =
            new RefusedSql(Set.of("shutdown"), "say it for one statement, as SET STATEMENT … FOR does, or write LIMIT");

    private static final Set<String> TABLES = Set.of("tables", "table");
    private static final Set<String> STAGES = Set.of("stage", "lock", "unlock");

    /** The clauses of FLUSH TABLES that lock. */
    private static final Pattern FLUSHED_AND_LOCKED = Pattern.compile("(?i)\\b(read\\s+lock|for\\s+export)\\b");

    /** Variables that limit or prevent what the session reads: https://mariadb.com/kb/en/server-system-variables/#sql_select_limit */
    private static final Pattern CUTS_READING =
            Pattern.compile("(?i)\\b(sql_select_limit|max_session_mem_used)\\s*(?::\\s*)?=\\s*+(?!default\\b)");

    /** A character set other than the driver's. */
    private static final Pattern OTHER_CHARACTERS = Pattern.compile(
            "(?i)\\b(?:names|character\\s+set|charset|character_set_client\\s*(?::\\s*)?=)\\s*['\"]?(?!utf8|default|@)[a-z]\\w*");

    public RefusedSql {
        ending = Set.copyOf(ending);
    }

    /** Why a statement is refused, and the alternative; empty if it is not. */
    public Optional<String> why(String sql, StatementKind kind) {
        boolean defines = kind.begins("create") && !kind.begins("create", "table");
        if (!defines && SqlTokens.call(sql, "release_all_locks", MariadbProvider.SYNTAX)) {
            return Optional.of(
                    "it releases the lock that keeps other runs out; name the locks to release, as RELEASE_LOCK('mine') does");
        }
        boolean flushed =
                begins(kind, "flush", TABLES) && FLUSHED_AND_LOCKED.matcher(sql).find();
        if (begins(kind, "lock", TABLES)
                || begins(kind, "unlock", TABLES)
                || flushed
                || begins(kind, "backup", STAGES)) {
            // https://mariadb.com/kb/en/lock-tables/: a session that holds table locks "can only access locked tables".
            return Optional.of(
                    "it would lock Retort out of its metadata tables, and UNLOCK TABLES commits; leave it out, Retort's own lock keeps"
                            + " other runs out");
        }
        if (ending.stream().anyMatch(kind::begins)) {
            return Optional.of("it would end the server under the run; leave it out");
        }
        String setting = kind.begins("set") ? withoutTexts(sql) : "";
        if (CUTS_READING.matcher(setting).find()) {
            return Optional.of("Retort would not see all rows of its metadata tables; " + remedy);
        }
        return OTHER_CHARACTERS.matcher(setting).find()
                ? Optional.of(
                        "the driver speaks UTF-8 alone, and gives the connection up; leave it out, and write the file in UTF-8")
                : Optional.empty();
    }

    /** The tokens, without strings that are not a single word like the name of a character set. */
    private static String withoutTexts(String sql) {
        return SqlTokens.of(sql, MariadbProvider.SYNTAX).all().stream()
                .filter(token -> token.kind() != SqlToken.Kind.TEXT
                        || token.value().chars().allMatch(Character::isLetterOrDigit))
                .map(token -> token.kind() == SqlToken.Kind.TEXT ? token.value() : token.text())
                .collect(Collectors.joining(" "));
    }

    private static boolean begins(StatementKind kind, String first, Set<String> then) {
        return then.stream().anyMatch(word -> kind.begins(first, word));
    }
}

package dev.retort.dialect.postgresql;

import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Statements that PostgreSQL rejects inside a transaction, and outside, as far as their text tells: not whether a table has partitions,
 * which matters to REINDEX TABLE, nor whether a procedure commits.
 */
final class PostgresqlTransactions {

    private static final Set<String> FALSE = Set.of("false", "off", "0", "'false'", "'off'");

    private PostgresqlTransactions() {}

    /** Why one of the statements of a text is refused inside a transaction. */
    static Optional<String> whyNotInside(SqlTokens text) {
        List<SqlTokens> statements = text.statements(PostgresqlProvider.SYNTAX);
        if (statements.stream().anyMatch(statement -> isRefused(words(statement)))) {
            return Optional.of("it refuses that inside a transaction");
        }
        return statements.stream().anyMatch(CommittingBlock::is)
                ? Optional.of("it refuses a block that commits or rolls back inside a transaction")
                : Optional.empty();
    }

    /** Why a statement is refused outside a transaction. */
    static Optional<String> whyNotOutside(SqlTokens statement) {
        List<String> words = words(statement);
        boolean refused = switch (word(words, 0)) {
            case "lock", "savepoint", "release", "rollback" -> true;
            case "declare" -> !words.contains("hold") || words.contains("without");
            default -> false;
        };
        return refused
                ? Optional.of(
                        "it refuses that outside a transaction, where its effect would end with the statement; leave it out,"
                                + " or move it into the step's transaction, with the statements that it is for")
                : Optional.empty();
    }

    private static List<String> words(SqlTokens statement) {
        return statement.all().stream()
                .map(token -> token.kind() == SqlToken.Kind.WORD ? token.value() : token.text())
                .toList();
    }

    private static boolean isRefused(List<String> words) {
        return switch (word(words, 0)) {
            case "vacuum" -> true;
            case "cluster" -> names(words).isEmpty();
            case "reindex" -> isReindexRefused(words);
            case "create" -> isCreateRefused(words);
            case "drop" ->
                Set.of("database", "tablespace", "subscription").contains(word(words, 1))
                        || has(words, 1, "index", "concurrently");
            case "alter" -> isAlterRefused(words);
            default -> false;
        };
    }

    private static boolean isReindexRefused(List<String> words) {
        List<String> rest = withoutOptions(words);
        return isOn(words, "concurrently")
                || Set.of("schema", "database", "system").contains(word(rest, 1))
                || word(rest, 2).equals("concurrently");
    }

    private static boolean isCreateRefused(List<String> words) {
        return switch (word(words, 1)) {
            case "database", "tablespace" -> true;
            case "subscription" -> !isOff(words, "connect") && !isOff(words, "create_slot");
            default -> has(words, 1, "index", "concurrently") || has(words, 1, "unique", "index", "concurrently");
        };
    }

    private static boolean isAlterRefused(List<String> words) {
        return switch (word(words, 1)) {
            case "system" -> true;
            case "database" -> has(words, 3, "set", "tablespace");
            case "table" ->
                words.contains("detach") && words.get(words.size() - 1).equals("concurrently");
            case "subscription" ->
                has(words, 3, "refresh")
                        || (word(words, 4).equals("publication") && !isOff(words, "refresh"))
                        || (has(words, 3, "set", "(") && words.contains("failover"));
            default -> false;
        };
    }

    private static String word(List<String> words, int position) {
        return position < words.size() ? words.get(position) : "";
    }

    private static boolean has(List<String> words, int position, String... expected) {
        return position + expected.length <= words.size()
                && words.subList(position, position + expected.length).equals(List.of(expected));
    }

    /** The tables that CLUSTER names; none for all tables. */
    private static List<String> names(List<String> words) {
        List<String> rest = withoutOptions(words);
        return rest.subList(1, rest.size()).stream()
                .filter(word -> !word.equals("verbose"))
                .toList();
    }

    /** The words without the options in parentheses after the first one. */
    private static List<String> withoutOptions(List<String> words) {
        int close = words.indexOf(")");
        if (!word(words, 1).equals("(") || close < 0) {
            return words;
        }
        List<String> rest = new ArrayList<>(words.subList(0, 1));
        rest.addAll(words.subList(close + 1, words.size()));
        return rest;
    }

    /** Whether an option in parentheses is present and not false. */
    private static boolean isOn(List<String> words, String option) {
        int at = words.indexOf(option);
        return word(words, 1).equals("(") && at > 0 && at < words.indexOf(")") && !FALSE.contains(word(words, at + 1));
    }

    /** Whether an option of a WITH list is false. */
    private static boolean isOff(List<String> words, String option) {
        int at = words.lastIndexOf(option);
        return at > 0 && word(words, at + 1).equals("=") && FALSE.contains(word(words, at + 2));
    }
}

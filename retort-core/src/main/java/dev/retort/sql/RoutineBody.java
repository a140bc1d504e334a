package dev.retort.sql;

import dev.retort.sql.SqlSyntax.Feature;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Follows the tokens of one statement and knows whether they stand inside the body of a trigger, a function, a procedure or an
 * event, where a semicolon ends no statement.
 *
 * <p>Only a statement that creates or alters a routine has such a body: a plain {@code BEGIN;} begins a transaction.
 */
public final class RoutineBody {

    private static final Set<String> ROUTINES = Set.of("trigger", "function", "procedure", "proc", "event", "package");
    private static final Set<String> OTHER_OBJECTS = Set.of(
            "table",
            "view",
            "index",
            "unique",
            "sequence",
            "type",
            "schema",
            "database",
            "user",
            "role",
            "extension",
            "domain",
            "alias",
            "rule",
            "policy");
    private static final Set<String> LOOPS = Set.of("loop", "while", "repeat", "for");
    private static final Set<String> BEFORE_A_STATEMENT =
            Set.of("begin", "then", "else", "do", "loop", "repeat", "row", "atomic", "deterministic", "data", "sql");

    /** After so many tokens a statement that has named no kind of object creates no routine. */
    private static final int LONGEST_PREFIX = 16;

    private enum Verdict {
        OPEN,
        ROUTINE,
        PLAIN
    }

    private final SqlSyntax syntax;
    private final Deque<String> blocks = new ArrayDeque<>();
    private Verdict verdict = Verdict.OPEN;
    private String first = "";
    private String previous = "";
    private boolean endSeen;
    private int tokens;

    /** The body of a statement of which no token was taken yet. */
    public RoutineBody(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Whether the statement creates or alters a routine, or is a block of its own. */
    public boolean isRoutine() {
        return verdict == Verdict.ROUTINE;
    }

    /** Whether a block is open. */
    public boolean isOpen() {
        return !blocks.isEmpty();
    }

    /** Takes the next token that is no comment. */
    public void accept(SqlToken token) {
        tokens++;
        if (verdict == Verdict.OPEN) {
            judge(token.word());
        }
        if (verdict == Verdict.ROUTINE) {
            follow(token);
        }
        previous = token.kind() == SqlToken.Kind.WORD ? token.word() : token.text();
    }

    private void judge(String word) {
        if (tokens == 1) {
            first = word;
            boolean creates = word.equals("create") || word.equals("alter");
            boolean block = word.equals("begin") || word.equals("declare");
            if (block && syntax.has(Feature.ANONYMOUS_BLOCKS)) {
                verdict = Verdict.ROUTINE;
            } else if (!creates && !word.equals("begin")) {
                verdict = Verdict.PLAIN;
            }
        } else if (first.equals("begin")) {
            // MariaDB's compound statement outside a routine: BEGIN NOT ATOMIC … END
            verdict = word.equals("not") ? Verdict.ROUTINE : Verdict.PLAIN;
            if (verdict == Verdict.ROUTINE) {
                blocks.push(first);
            }
        } else if (ROUTINES.contains(word)) {
            verdict = Verdict.ROUTINE;
        } else if (OTHER_OBJECTS.contains(word) || tokens > LONGEST_PREFIX) {
            verdict = Verdict.PLAIN;
        }
    }

    private void follow(SqlToken token) {
        String word = previous.equals(".") ? "" : token.word();
        if (endSeen) {
            endSeen = false;
            if (closesNamed(word)) {
                return;
            }
        }
        switch (word) {
            case "end" -> endSeen = true;
            case "begin", "case" -> blocks.push(word);
            case "if", "loop", "while", "repeat", "for" -> {
                if (beginsStatement()) {
                    blocks.push(word);
                }
            }
            default -> {}
        }
    }

    /** Closes the block of the END before; true when this word belongs to it: END IF. */
    private boolean closesNamed(String word) {
        boolean named = word.equals("if") || word.equals("case") || LOOPS.contains(word);
        if (named && word.equals(blocks.peek())) {
            blocks.pop();
            return true;
        }
        if (named && !word.equals("for")) {
            return true;
        }
        while (!blocks.isEmpty()) {
            String closed = blocks.pop();
            if (closed.equals("begin") || closed.equals("case")) {
                break;
            }
        }
        return false;
    }

    /** Whether the previous token ends a statement or opens a list of them, so that IF is no function and no IF EXISTS. */
    private boolean beginsStatement() {
        return previous.equals(";")
                || previous.equals(")")
                || previous.equals(":")
                || BEFORE_A_STATEMENT.contains(previous);
    }
}

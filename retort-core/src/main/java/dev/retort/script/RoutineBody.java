package dev.retort.script;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Follows the tokens of one statement and knows whether they stand inside the body of a trigger, a function, a procedure or an
 * event, where a semicolon ends no statement of ours.
 *
 * <p>Only a statement that creates or alters a routine has such a body: a plain {@code BEGIN;} begins a transaction.
 */
final class RoutineBody {

    private static final Set<String> ROUTINES = Set.of("TRIGGER", "FUNCTION", "PROCEDURE", "PROC", "EVENT", "PACKAGE");
    private static final Set<String> OTHER_OBJECTS = Set.of(
            "TABLE",
            "VIEW",
            "INDEX",
            "UNIQUE",
            "SEQUENCE",
            "TYPE",
            "SCHEMA",
            "DATABASE",
            "USER",
            "ROLE",
            "EXTENSION",
            "DOMAIN",
            "ALIAS",
            "RULE",
            "POLICY");
    private static final Set<String> LOOPS = Set.of("LOOP", "WHILE", "REPEAT", "FOR");
    private static final Set<String> BEFORE_A_STATEMENT =
            Set.of("BEGIN", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "ROW", "ATOMIC", "DETERMINISTIC", "DATA", "SQL");

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

    RoutineBody(SqlSyntax syntax) {
        this.syntax = syntax;
    }

    /** Whether the statement creates or alters a routine, or is a block of its own. */
    boolean isRoutine() {
        return verdict == Verdict.ROUTINE;
    }

    /** Whether a block is open. */
    boolean isOpen() {
        return !blocks.isEmpty();
    }

    /** Takes the next token that is no comment. */
    void accept(SqlToken token) {
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
            boolean creates = word.equals("CREATE") || word.equals("ALTER");
            boolean block = word.equals("BEGIN") || word.equals("DECLARE");
            if (block && syntax.anonymousBlocks()) {
                verdict = Verdict.ROUTINE;
            } else if (!creates && !word.equals("BEGIN")) {
                verdict = Verdict.PLAIN;
            }
        } else if (first.equals("BEGIN")) {
            // MariaDB's compound statement outside a routine: BEGIN NOT ATOMIC … END
            verdict = word.equals("NOT") ? Verdict.ROUTINE : Verdict.PLAIN;
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
            case "END" -> endSeen = true;
            case "BEGIN", "CASE" -> blocks.push(word);
            case "IF", "LOOP", "WHILE", "REPEAT", "FOR" -> {
                if (beginsStatement()) {
                    blocks.push(word);
                }
            }
            default -> {}
        }
    }

    /** Closes the block of the END before; true when this word belongs to it: END IF. */
    private boolean closesNamed(String word) {
        boolean named = word.equals("IF") || word.equals("CASE") || LOOPS.contains(word);
        if (named && word.equals(blocks.peek())) {
            blocks.pop();
            return true;
        }
        if (named && !word.equals("FOR")) {
            return true;
        }
        while (!blocks.isEmpty()) {
            String closed = blocks.pop();
            if (closed.equals("BEGIN") || closed.equals("CASE")) {
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

package dev.retort.sql;

import dev.retort.sql.SqlSyntax.Feature;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Follows the tokens of one statement and knows whether they stand inside the body of a trigger, a function, a procedure or an
 * event, where a semicolon ends no statement.
 *
 * <p>Only a statement that creates or alters a routine has such a body: a plain {@code BEGIN;} begins a transaction. The words of
 * blocks are names too on most databases. So a block opens and closes only where a statement begins, and within a statement only a
 * CASE does.
 */
public final class RoutineBody {

    private static final String PACKAGE = "package";

    private static final Set<String> ROUTINES =
            Set.of("trigger", "function", "procedure", "proc", "routine", "event", PACKAGE);
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

    /** What begins a compound statement other than a block, and stands behind its END. */
    public static final Set<String> COMPOUND = Set.of("if", "case", "loop", "while", "repeat", "for");

    /** Behind these, in the head of a routine, stands its body. */
    private static final Set<String> BEFORE_A_BODY = Set.of(")", ":", "do", "row", "deterministic", "data", "sql");

    /** Behind these, in the head of a routine, BEGIN is a name. */
    private static final Set<String> BEFORE_A_NAME = Set.of(
            "procedure",
            "proc",
            "function",
            "routine",
            "trigger",
            "event",
            PACKAGE,
            "exists",
            "on",
            "of",
            "from",
            "to",
            "set",
            "follows",
            "precedes",
            "returns");

    /** What begins a body of a single statement. */
    private static final Set<String> STATEMENTS = Set.of(
            "select", "insert", "update", "delete", "replace", "merge", "set", "call", "return", "with", "values",
            "execute");

    /** Behind these an expression is not whole, so that END is a name. */
    private static final Set<String> BEFORE_AN_OPERAND =
            Set.of("as", "when", "then", "else", "case", "select", "and", "or", "not", "in", "like", "between");

    /** Behind these, and behind a comma, the conditions of a handler continue. */
    private static final Set<String> WITHIN_CONDITIONS = Set.of("for", ",", "not", "sqlstate", "value");

    /** After so many tokens a statement that has named no kind of object creates no routine. */
    private static final int LONGEST_PREFIX = 16;

    private enum Verdict {
        OPEN,
        ROUTINE,
        PLAIN
    }

    /**
     * What an END closes.
     *
     * @param word what opened it
     * @param expression whether it is a CASE within a statement
     * @param depth how many parentheses were open
     */
    private record Block(String word, boolean expression, int depth) {}

    private final SqlSyntax syntax;
    private final Deque<Block> blocks = new ArrayDeque<>();
    private Verdict verdict = Verdict.OPEN;
    private String first = "";
    private String previous = "";
    private String kind = "";
    private String statement = "";
    private boolean rowSeen;
    private boolean inBody;
    private boolean atStart;
    private boolean begins;
    private boolean endSeen;
    private boolean inHandler;
    private int depth;
    private int tokens;
    private int tokensOfStatement;

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

    /** Whether the token that was taken last begins a statement of the body, or an END. */
    public boolean beginsStatement() {
        return begins;
    }

    /** Takes the next token that is no comment. */
    public void accept(SqlToken token) {
        tokens++;
        begins = false;
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
            } else if (COMPOUND.contains(word) && syntax.has(Feature.COMPOUND_STATEMENTS)) {
                verdict = Verdict.ROUTINE;
                inBody = true;
                atStart = true;
            } else if (!creates && !word.equals("begin")) {
                verdict = Verdict.PLAIN;
            }
        } else if (first.equals("begin")) {
            // MariaDB's compound statement outside a routine: BEGIN NOT ATOMIC … END
            verdict = word.equals("not") ? Verdict.ROUTINE : Verdict.PLAIN;
            if (verdict == Verdict.ROUTINE) {
                open(first);
            }
        } else if (ROUTINES.contains(word)) {
            verdict = Verdict.ROUTINE;
            kind = word;
            if (kind.equals(PACKAGE)) {
                open(kind);
            }
        } else if (OTHER_OBJECTS.contains(word) || tokens > LONGEST_PREFIX) {
            verdict = Verdict.PLAIN;
        }
    }

    private void follow(SqlToken token) {
        String word = previous.equals(".") || previous.equals("@") ? "" : token.word();
        boolean start = atStart || endsConditions(token);
        atStart = false;
        begins = start;
        if (start) {
            statement = word;
            tokensOfStatement = 0;
            inHandler = false;
        }
        tokensOfStatement++;
        if (endSeen) {
            endSeen = false;
            if (COMPOUND.contains(word)) {
                return;
            }
        }
        if (token.kind() == SqlToken.Kind.SIGN) {
            followSign(token.text());
        } else if (word.equals("end")) {
            close(start);
        } else if (!inBody) {
            followHead(word);
        } else {
            followBody(word, start);
        }
    }

    private void followSign(String sign) {
        switch (sign) {
            case "(" -> depth++;
            case ")" -> depth = Math.max(0, depth - 1);
            case ";" -> {
                while (isWithin(Block::expression)) {
                    blocks.pop();
                }
                depth = 0;
                atStart = inBody;
            }
            // A label.
            case ":" -> atStart = inBody && tokensOfStatement == 2;
            default -> {}
        }
    }

    private void followHead(String word) {
        if (depth > 0) {
            return;
        }
        boolean body = BEFORE_A_BODY.contains(previous) && !(kind.equals("trigger") && word.equals("for"));
        if (word.equals("begin")
                ? !BEFORE_A_NAME.contains(previous) && !previous.equals(",")
                : body && COMPOUND.contains(word)) {
            open(word);
        } else if (STATEMENTS.contains(word) && !previous.equals("returns") && !namesEvents()) {
            inBody = true;
        }
        rowSeen |= word.equals("row");
    }

    private void followBody(String word, boolean start) {
        switch (word) {
            case "begin", "if", "loop", "while", "for" -> {
                if (start) {
                    open(word);
                }
            }
            case "repeat" -> {
                if (start) {
                    open(word);
                } else if (previous.equals("end")
                        && isWithin(block -> block.word().equals("repeat"))) {
                    blocks.pop();
                }
            }
            case "case" -> {
                if (start) {
                    open(word);
                } else {
                    blocks.push(new Block(word, true, depth));
                }
            }
            case "then", "else" -> atStart = isWithin(block -> !block.expression() && isBranching(block.word()));
            case "do" ->
                atStart = isWithin(
                        block -> block.word().equals("while") || block.word().equals("for"));
            case "atomic" -> atStart = statement.equals(word) || statement.equals("not");
            case "handler" -> inHandler = statement.equals("declare");
            default -> {}
        }
    }

    /** Whether INSERT, UPDATE and DELETE say when a trigger fires. */
    private boolean namesEvents() {
        return kind.equals("trigger") && !rowSeen;
    }

    private static boolean isBranching(String block) {
        return block.equals("if") || block.equals("case");
    }

    private void open(String word) {
        blocks.push(new Block(word, false, depth));
        inBody = true;
        atStart = !isBranching(word) && !word.equals("while") && !word.equals("for");
    }

    /** Takes an END, which is a name where neither a block nor a CASE can end. */
    private void close(boolean start) {
        Block innermost = blocks.peek();
        // A package has an END of its own for each of its routines, which are written as they are outside of one.
        if (innermost == null || innermost.word().equals(PACKAGE)) {
            return;
        }
        if (innermost.expression()) {
            if (innermost.depth() == depth && !BEFORE_AN_OPERAND.contains(previous) && !isOperator(previous)) {
                blocks.pop();
            }
        } else if (start) {
            blocks.pop();
            endSeen = true;
        }
    }

    private static boolean isOperator(String token) {
        return token.length() == 1 && "+-*/%<>=|,(".contains(token);
    }

    /** Whether the conditions of a handler are over, so that its statement begins: DECLARE … HANDLER FOR NOT FOUND BEGIN. */
    private boolean endsConditions(SqlToken token) {
        return inHandler && !previous.equals("handler") && !WITHIN_CONDITIONS.contains(previous) && !token.is(",");
    }

    private boolean isWithin(Predicate<Block> kindOfBlock) {
        Block innermost = blocks.peek();
        return innermost != null && kindOfBlock.test(innermost);
    }
}

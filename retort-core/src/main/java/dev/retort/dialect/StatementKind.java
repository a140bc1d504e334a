package dev.retort.dialect;

import dev.retort.sql.CopyRows;
import dev.retort.sql.RoutineBody;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntax.Feature;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an SQL text, usually one statement, means for its transaction, as far as the first words of its statements tell. */
public final class StatementKind {

    private static final Set<String> DATA =
            Set.of("insert", "update", "delete", "merge", "replace", "select", "with", "values", "copy", "explain");

    /** Statements that take effect as a whole or not at all. CALL is not among them: a procedure may commit in between. */
    private static final Set<String> ATOMIC =
            Set.of("create", "alter", "drop", "rename", "truncate", "comment", "grant", "revoke", "set", "use");

    /** Statements that begin or end a transaction, but not those that roll back to a savepoint. */
    private static final Pattern TRANSACTION_CONTROL = Pattern.compile("(start|prepare) transaction( .*)?"
            + "|xa (start|begin|end|prepare|commit|rollback)( .*)?"
            + "|prepare commit(?! as( |$))( .*)?"
            + "|(commit|abort)( .*)?"
            + "|rollback(?!( work| transaction)? to )( .*)?"
            + "|(begin|end)( (work|tran|transaction|deferred|immediate|exclusive|concurrent|isolation|read)( .*)?)?");

    /** Statements that set the characteristics of a transaction, or of the session's future ones. */
    private static final Pattern TRANSACTION_SETTING =
            Pattern.compile("set( session| local)? transaction( .*)?|set session characteristics( .*)?");

    /** The same, as variables. */
    private static final Set<String> TRANSACTION_VARIABLES = Set.of(
            "transaction_isolation", "transaction_read_only", "transaction_deferrable", "tx_isolation", "tx_read_only");

    /** A variable that dumps set to false. */
    private static final String READ_ONLY = "default_transaction_read_only";

    private static final Set<String> TRUE = Set.of("on", "true", "yes", "1", "'on'", "'true'", "'yes'", "'1'");

    /** {@code /*!50003 … }: of a version that no server has reached, 999999, nothing is executed. */
    private static final Pattern EXECUTED = Pattern.compile("/\\*M?!(?!999999)\\d*(.*)\\*/", Pattern.DOTALL);

    private static final int LONGEST_BEGINNING = 4;

    /** A query may call a routine. */
    private static final Set<String> CODE = Set.of("call", "do", "execute", "select", "values", "with");

    /** A statement of Retort's own that changes the schema. */
    public static final StatementKind SCHEMA = of("ALTER TABLE t", SqlSyntax.COMMON);

    /** A statement of Retort's own that changes rows. */
    public static final StatementKind ROWS = of("INSERT INTO t", SqlSyntax.COMMON);

    private final List<Beginning> statements;
    private final List<Beginning> within;

    private StatementKind(List<Beginning> statements, List<Beginning> within) {
        this.statements = List.copyOf(statements);
        this.within = List.copyOf(within);
    }

    /**
     * The kind of a text.
     *
     * @param syntax how the database reads it
     */
    public static StatementKind of(String sql, SqlSyntax syntax) {
        Reader reader = new Reader(syntax);
        reader.read(CopyRows.withoutRows(sql, syntax));
        return new StatementKind(reader.statements(), reader.within);
    }

    /** Splits a text into statements. The content of a comment that the database executes is part of it. */
    private static final class Reader {

        private final SqlSyntax syntax;
        private final List<Beginning> statements = new ArrayList<>();
        private final List<Beginning> within = new ArrayList<>();
        private Beginning current;
        private RoutineBody body;

        Reader(SqlSyntax syntax) {
            this.syntax = syntax;
            this.current = new Beginning(syntax);
            this.body = new RoutineBody(syntax);
        }

        void read(String sql) {
            SqlLexer lexer = new SqlLexer(sql, syntax);
            for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
                if (token.kind() == SqlToken.Kind.EXECUTED_COMMENT) {
                    Matcher comment = EXECUTED.matcher(token.text());
                    if (comment.matches()) {
                        read(comment.group(1));
                    }
                } else if (!token.isComment()) {
                    accept(token);
                }
            }
        }

        private void accept(SqlToken token) {
            body.accept(token);
            if (!token.is(";")) {
                current.add(token);
                if (current.isCompound()) {
                    acceptWithin(token);
                }
            } else if (!body.isOpen() && !current.isBlock()) {
                statements.add(current);
                current = new Beginning(syntax);
                body = new RoutineBody(syntax);
            }
        }

        /** The statements of a compound one run in its transaction, too. */
        private void acceptWithin(SqlToken token) {
            if (body.beginsStatement() && !token.is("begin") && !token.is("end")) {
                within.add(new Beginning(syntax));
            }
            if (!within.isEmpty()) {
                within.get(within.size() - 1).add(token);
            }
        }

        List<Beginning> statements() {
            statements.add(current);
            statements.removeIf(Beginning::isEmpty);
            return statements;
        }
    }

    /** Whether the text contains more than one statement. */
    public boolean isSeveral() {
        return statements.size() > 1;
    }

    /** Whether it is one INSERT. */
    public boolean inserts() {
        return statements.size() == 1 && begins("insert");
    }

    /** Whether a statement begins with a word, given in lower case. */
    public boolean begins(String first) {
        return statements.stream().anyMatch(statement -> statement.first().equals(first));
    }

    /** Whether a statement begins with a word and has another one among those that follow directly; both in lower case. */
    public boolean begins(String first, String then) {
        return statements.stream()
                .anyMatch(statement -> statement.first().equals(first) && statement.words.contains(then));
    }

    /** Whether it changes only rows. In doubt it does not: such a text may commit by itself. */
    public boolean changesData() {
        return !statements.isEmpty() && statements.stream().allMatch(Beginning::changesData);
    }

    /**
     * Whether it begins or ends a transaction, also in the middle, turns on auto-commit, or
     * {@linkplain #setsTransaction() sets the characteristics of a transaction}.
     */
    public boolean controlsTransaction() {
        return setsTransaction() || controlTransaction(statements);
    }

    /** Whether it is a compound statement, and one of the statements in it begins or ends a transaction, or turns on auto-commit. */
    public boolean controlsTransactionWithin() {
        return controlTransaction(within);
    }

    private static boolean controlTransaction(List<Beginning> statements) {
        return statements.stream()
                .anyMatch(statement -> statement.setsAutoCommit
                        || TRANSACTION_CONTROL.matcher(statement.text()).matches());
    }

    /** Whether it sets the characteristics of its session's transactions: isolation level and access mode. */
    public boolean setsTransaction() {
        return statements.stream()
                .anyMatch(statement -> statement.setsTransaction
                        || TRANSACTION_SETTING.matcher(statement.text()).matches());
    }

    /** Whether its first statement runs code that may do anything in its session: a routine, which a query may call too. */
    public boolean runsCode() {
        return !statements.isEmpty() && CODE.contains(statements.get(0).first());
    }

    /** Whether, even if it commits by itself, it takes effect as a whole or, after a failure, not at all. In doubt it does not. */
    public boolean isAtomic() {
        return statements.size() <= 1 && statements.stream().allMatch(Beginning::isAtomic);
    }

    /** The first words of a statement in lower case, without comments and leading parentheses. */
    private static final class Beginning {

        private final SqlSyntax syntax;
        private final List<String> words = new ArrayList<>();
        private boolean list;
        private boolean setsAutoCommit;
        private boolean setsTransaction;
        private String setting = "";
        private int depth;

        Beginning(SqlSyntax syntax) {
            this.syntax = syntax;
        }

        void add(SqlToken token) {
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (token.is("for") && depth == 0 && setsForOneStatement()) {
                words.clear();
                setting = "";
                list = false;
                return;
            }
            list |= token.is(",");
            setsAutoCommit |= first().equals("set") && token.word().endsWith("autocommit");
            follow(token);
            if (words.size() < LONGEST_BEGINNING && !(words.isEmpty() && token.is("("))) {
                words.add(token.kind() == SqlToken.Kind.WORD ? token.value() : token.text());
            }
        }

        /** MariaDB's {@code SET STATEMENT … FOR}, which precedes the statement that is executed. */
        private boolean setsForOneStatement() {
            return syntax.has(Feature.HASH_COMMENTS)
                    && words.size() > 1
                    && first().equals("set")
                    && words.get(1).equals("statement");
        }

        /** {@code SET GLOBAL} is for other sessions. */
        private void follow(SqlToken token) {
            if (!first().equals("set") || words.contains("global") || token.is("=") || token.is("to")) {
                return;
            }
            setsTransaction |=
                    setting.equals(READ_ONLY) && TRUE.contains(token.text().toLowerCase(Locale.ROOT));
            setting = token.word().replaceFirst("^@+", "");
            setsTransaction |= TRANSACTION_VARIABLES.contains(setting);
        }

        boolean isEmpty() {
            return words.isEmpty();
        }

        String first() {
            return words.isEmpty() ? "" : words.get(0);
        }

        String text() {
            return String.join(" ", words);
        }

        /** Whether it begins a block, in which semicolons do not separate statements of the text. */
        boolean isBlock() {
            return first().equals("begin")
                    && !TRANSACTION_CONTROL.matcher(text()).matches();
        }

        /** Whether it is a statement with statements in it that is no routine: MariaDB's {@code BEGIN NOT ATOMIC}, IF and the like. */
        boolean isCompound() {
            return syntax.has(Feature.COMPOUND_STATEMENTS)
                    && (first().equals("begin") ? isBlock() : RoutineBody.COMPOUND.contains(first()));
        }

        boolean changesData() {
            return DATA.contains(first()) || (syntax.has(Feature.HASH_COMMENTS) && changesDataOfMariadb());
        }

        /** What shows something, a variable of the session's user, and what evaluates or analyzes, commit as little as rows do. */
        private boolean changesDataOfMariadb() {
            String second = words.size() > 1 ? words.get(1) : "";
            return switch (first()) {
                case "do", "show", "describe", "desc" -> true;
                case "load" -> second.equals("data") || second.equals("xml");
                case "analyze" -> DATA.contains(second) || second.equals("format");
                case "set" ->
                    second.equals("@") && words.size() > 2 && !words.get(2).equals("@");
                default -> false;
            };
        }

        boolean isAtomic() {
            boolean several = first().equals("drop") && list;
            return DATA.contains(first()) || (ATOMIC.contains(first()) && !several && !words.contains("concurrently"));
        }
    }
}

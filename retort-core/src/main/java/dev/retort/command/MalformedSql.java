package dev.retort.command;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DomainChange;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.TableElement;
import dev.retort.script.source.LineCounter;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlLexer;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds SQL whose end is not where it seems to be, so that it would take what follows with it: a quote, a comment or a parenthesis that is
 * not closed, or the character NUL, at which some databases stop reading.
 *
 * @param syntax how the database reads SQL
 */
record MalformedSql(SqlSyntax syntax) {

    private static final String NUL = " contains the character NUL, which no database takes.";

    /**
     * An expression that Retort writes into a statement.
     *
     * @param enclosed whether it is put into parentheses
     */
    private record Expression(@Nullable String sql, boolean enclosed) {}

    /** What is wrong with an expression of an operation, as a sentence; empty if nothing is. */
    Optional<String> in(Operation operation) {
        return expressions(operation).flatMap(one -> in(one).stream()).findFirst();
    }

    /** What is wrong with the statement of an executable or with its values, as a sentence; empty if nothing is. */
    Optional<String> in(Executable executable) {
        if (executable instanceof Conditional conditional) {
            return in(conditional.inner());
        }
        if (!(executable instanceof SqlStatement statement)) {
            return Optional.empty();
        }
        String subject = "'" + statement.recorded().describe() + "'";
        boolean written = statement.operation() instanceof ExecuteSql;
        // A server that reads escapes in quotes takes the character itself there too, and its tools write it so.
        if (statement.sql().indexOf('\0') >= 0 && !(written && syntax.has(SqlSyntax.Feature.BACKSLASHES))) {
            return Optional.of(subject + NUL);
        }
        if (statement.arguments().stream().anyMatch(MalformedSql::isTextWithNul)) {
            return Optional.of("A value of " + subject + NUL);
        }
        String sql = written ? CopyRows.withoutRows(statement.sql(), syntax) : statement.sql();
        SqlLexer lexer = new SqlLexer(sql, syntax);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.closed()) {
                return Optional.of(opens(subject, token, written ? place(sql, token.start()) : ""));
            }
        }
        return Optional.empty();
    }

    private static boolean isTextWithNul(@Nullable Object value) {
        return (value instanceof String || value instanceof Character)
                && value.toString().indexOf('\0') >= 0;
    }

    private static String place(String sql, int at) {
        LineCounter lines = new LineCounter(sql);
        return " in line " + lines.at(at) + ", column " + lines.columnAt(at) + " of its text";
    }

    private static String opens(String subject, SqlToken token, String place) {
        return subject + " opens a " + (token.isComment() ? "comment" : "quote") + place + " and does not close it.";
    }

    // expressions

    private Optional<String> in(Expression expression) {
        String sql = expression.sql();
        if (sql == null) {
            return Optional.empty();
        }
        String subject = "The expression '" + sql.replace("\0", "\\0") + "'";
        if (sql.indexOf('\0') >= 0) {
            return Optional.of(subject + NUL);
        }
        int depth = 0;
        SqlLexer lexer = new SqlLexer(sql, syntax);
        for (SqlToken token = lexer.next(); !token.isEnd(); token = lexer.next()) {
            if (!token.closed()) {
                return Optional.of(opens(subject, token, ""));
            }
            if (expression.enclosed() && token.kind() == SqlToken.Kind.LINE_COMMENT && token.end() == sql.length()) {
                return Optional.of(subject + " ends in a comment, which needs a line break behind it.");
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth < 0) {
                return Optional.of(subject + " closes a parenthesis that it does not open.");
            }
        }
        return depth > 0 ? Optional.of(subject + " opens a parenthesis and does not close it.") : Optional.empty();
    }

    private static Stream<Expression> expressions(Operation operation) {
        SchemaChange change = operation.change();
        List<Expression> expressions = new ArrayList<>();
        change.elements().forEach(added -> expressions.addAll(expressions(added.element())));
        change.alteredColumns()
                .forEach(altered -> altered.changes().forEach(one -> expressions.addAll(expressions(one))));
        if (operation instanceof AlterDomain domain) {
            domain.changes().forEach(one -> expressions.add(expression(one)));
        }
        return expressions.stream();
    }

    private static List<Expression> expressions(TableElement element) {
        List<Expression> expressions = new ArrayList<>();
        if (element instanceof Column column) {
            expressions.add(expression(column.defaultValue()));
            expressions.add(new Expression(column.onUpdate(), false));
            if (column.generated() != null) {
                expressions.add(new Expression(column.generated().expression(), true));
            }
        } else if (element instanceof CheckConstraint check) {
            expressions.add(new Expression(check.expression(), true));
        } else if (element instanceof ExclusionConstraint exclusion) {
            exclusion.elements().forEach(compared -> expressions.add(expression(compared.part())));
            expressions.add(new Expression(exclusion.where(), true));
        } else if (element instanceof Index index) {
            index.parts().forEach(part -> expressions.add(expression(part)));
            expressions.add(new Expression(index.where(), false));
        }
        return expressions;
    }

    private static List<Expression> expressions(ColumnChange change) {
        if (change instanceof ColumnChange.Default value) {
            return List.of(expression(value.to()));
        }
        if (change instanceof ColumnChange.OnUpdate value) {
            return List.of(new Expression(value.to(), false));
        }
        return change instanceof ColumnChange.Type type ? List.of(new Expression(type.using(), false)) : List.of();
    }

    private static Expression expression(@Nullable DefaultValue value) {
        return new Expression(value instanceof DefaultValue.Expression written ? written.sql() : null, false);
    }

    private static Expression expression(Index.Part part) {
        return new Expression(part.expression() ? part.text() : null, true);
    }

    private static Expression expression(DomainChange change) {
        if (change instanceof DomainChange.AddedCheck check) {
            return new Expression(check.condition(), true);
        }
        return new Expression(change instanceof DomainChange.Default value ? value.to() : null, false);
    }
}

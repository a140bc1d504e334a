package dev.retort.dialect.mariadb;

import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TypeKind;
import dev.retort.sql.SqlTokens;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes the definitions of columns. */
public class MariadbColumns {

    /** A default that needs no parentheses. */
    private static final Pattern BARE_DEFAULT = Pattern.compile(
            "(?is)\\s*(null|true|false|[+-]?[0-9.]+(e[+-]?[0-9]+)?|[bx]?'([^'\\\\]|''|\\\\.)*'|(current_timestamp|now|localtime|localtimestamp)(\\s*\\(\\s*\\d*\\s*\\))?)\\s*");

    /** The option of a column without history. */
    static final String WITHOUT_VERSIONING = "without system versioning";

    /** The option of a column with a check of its own, which a statement that restates the column must repeat. */
    static final String CHECK = "check";

    private final IdentifierRules names;
    private final MariadbTypes types;
    private final Literals literals;

    protected MariadbColumns(IdentifierRules names, MariadbTypes types, Literals literals) {
        this.names = names;
        this.types = types;
        this.literals = literals;
    }

    /** The definition of a column in CREATE TABLE, ADD COLUMN and MODIFY COLUMN. */
    final String definition(Column column) {
        String written = types.render(column.type());
        refuseLostValues(column, written);
        String check = ownCheck(written);
        String type = written.substring(0, written.length() - check.length()).strip();
        StringBuilder sql = new StringBuilder(names.write(column.name()));
        sql.append(' ').append(type);
        // Before columns had fields for them, all of these were part of the type.
        SqlTokens said = SqlTokens.of(type, MariadbProvider.SYNTAX);
        if (!says(said, "collate") && !says(said, "character") && !says(said, "charset")) {
            sql.append(column.characterSet() == null ? "" : " CHARACTER SET " + column.characterSet());
            sql.append(column.collation() == null ? "" : " COLLATE " + names.write(column.collation()));
        }
        boolean computed = says(said, "generated") || says(said, "as");
        if (column.generated() != null && !computed) {
            sql.append(' ').append(generated(column.generated(), column.nullable()));
        } else if (!computed) {
            sql.append(column.nullable() ? nullable(types.parse(type)) : " NOT NULL");
        }
        if (column.invisible()) {
            sql.append(" INVISIBLE");
        }
        sql.append(attributes(column));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultOf(column, column.defaultValue()));
        }
        if (column.onUpdate() != null) {
            sql.append(" ON UPDATE ").append(onUpdateOf(column, column.onUpdate()));
        }
        if (column.identity() != null) {
            sql.append(" AUTO_INCREMENT");
        }
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(comment(column.comment()));
        }
        column.options()
                .get(CHECK)
                .ifPresent(condition -> sql.append(" CHECK (").append(condition).append(')'));
        return sql + (check.isEmpty() ? "" : " " + check);
    }

    /** The clause of a generated column. A cousin whose generated columns can be NOT NULL adds that. */
    protected String generated(Generated generated, boolean nullable) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    /** The clauses of the options of a column, with a space before each. A cousin writes its own. */
    protected String attributes(Column column) {
        return column.options().has(WITHOUT_VERSIONING) ? " WITHOUT SYSTEM VERSIONING" : "";
    }

    /** What follows DEFAULT in the definition of a column. A cousin answers where that depends on the column's type. */
    protected String defaultOf(Column column, DefaultValue value) {
        return defaultValue(value);
    }

    /** What follows ON UPDATE in the definition of a column. A cousin answers where that depends on the column's type. */
    protected String onUpdateOf(Column column, String expression) {
        return expression;
    }

    /** Whether a word follows a type. */
    private static boolean says(SqlTokens type, String word) {
        return type.all().stream().skip(1).anyMatch(token -> token.is(word));
    }

    /** The check after a type, which comes last in a definition. */
    private static String ownCheck(String type) {
        SqlTokens tokens = SqlTokens.of(type, MariadbProvider.SYNTAX);
        for (int i = 1; i < tokens.size(); i = tokens.get(i).is("(") ? tokens.closing(i) + 1 : i + 1) {
            if (tokens.get(i).is("check")) {
                return type.substring(tokens.get(i).start());
            }
        }
        return "";
    }

    /** A timestamp without NULL is NOT NULL and updates itself if explicit_defaults_for_timestamp is off. */
    private static String nullable(SqlType type) {
        boolean timestamp =
                type instanceof StandardType standard && standard.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
        return timestamp ? " NULL" : "";
    }

    /** A default in a statement. An expression that is neither a literal nor a current time must be in parentheses. */
    public final String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return literals.write(literal.value());
        }
        String sql = ((DefaultValue.Expression) value).sql();
        SqlTokens tokens = SqlTokens.of(sql, MariadbProvider.SYNTAX);
        int clause = onUpdate(tokens);
        return clause < 0
                ? inParentheses(sql)
                : inParentheses(sql.substring(0, tokens.get(clause).start()).strip()) + " ON UPDATE"
                        + sql.substring(tokens.get(clause + 1).end());
    }

    /** Whether an expression has the ON UPDATE clause after it, where a default once had to have it. */
    static boolean saysUpdate(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && onUpdate(SqlTokens.of(expression.sql(), MariadbProvider.SYNTAX)) >= 0;
    }

    /** The position of the ON UPDATE clause after an expression; -1 if there is none. */
    private static int onUpdate(SqlTokens tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("on") && tokens.get(i + 1).is("update")) {
                return i;
            }
        }
        return -1;
    }

    private static String inParentheses(String sql) {
        return BARE_DEFAULT.matcher(sql).matches() ? sql : "(" + sql + ")";
    }

    /** A comment in a statement. */
    final String comment(String text) {
        if (!CatalogText.keeps(text)) {
            throw new UnsupportedByDialectException(
                    "store the comment '" + text + "'",
                    types.databaseName(),
                    "a character that takes four bytes in UTF-8 would become a question mark");
        }
        return literals.text(text);
    }

    private void refuseLostValues(Column column, String type) {
        SqlTokens words = SqlTokens.of(type, MariadbProvider.SYNTAX);
        boolean lists = words.size() > 2
                && (words.get(0).is("enum") || words.get(0).is("set"))
                && words.get(1).is("(");
        if (lists && !CatalogText.keeps(words.part(2, words.closing(1)).in(type))) {
            throw new UnsupportedByDialectException(
                    "report the values of column " + column.name(),
                    types.databaseName(),
                    "a character that takes four bytes in UTF-8 is shown as a question mark, and the next change of the column would"
                            + " write that; use a varchar with a check");
        }
    }
}

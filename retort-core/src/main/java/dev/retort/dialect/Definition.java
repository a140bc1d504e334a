package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of a table that a server may report in other words than it was told: a column with its type, default or computation, a check, an
 * index. Equal where the same words about columns of the same types are, whatever the tables.
 *
 * @param element the part, without a name
 * @param columns the columns that it speaks of
 */
public record Definition(TableElement element, List<Column> columns) {

    private static final String NAMELESS = "";

    public Definition {
        columns = List.copyOf(columns);
    }

    /** A type. */
    public static Definition ofType(SqlType type) {
        return new Definition(Column.of(NAMELESS, type), List.of());
    }

    /**
     * What a column has beside its type: default, computation, ON UPDATE.
     *
     * @param table the table, whose columns it may speak of
     * @param dialect the database that reads it
     */
    public static Definition ofValue(Column column, Table table, Dialect dialect) {
        Column value = Column.of(NAMELESS, column.type())
                .characterSet(column.characterSet())
                .collate(column.collation())
                .withDefault(column.defaultValue())
                .generated(unqualified(column.generated(), table, dialect))
                .onUpdateSql(column.onUpdate());
        Stream<String> texts = Stream.of(String.valueOf(column.defaultValue()), String.valueOf(column.generated()));
        return new Definition(value, mentioned(texts, table, dialect));
    }

    /** A condition on the rows of a table. */
    public static Definition ofCheck(CheckConstraint check, Table table, Dialect dialect) {
        String condition = unqualified(check.expression(), table, dialect);
        return new Definition(CheckConstraint.of(null, condition), mentioned(Stream.of(condition), table, dialect));
    }

    /** What an index is over, and its condition. */
    public static Definition ofIndex(Index index, Table table, Dialect dialect) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.expression() ? part.of(unqualified(part.text(), table, dialect)) : part)
                .toList();
        String condition = index.where() == null ? null : unqualified(index.where(), table, dialect);
        Stream<String> texts = Stream.concat(parts.stream().map(Index.Part::text), Stream.ofNullable(condition));
        Index bare = Index.of(NAMELESS, parts).using(index.method()).where(condition);
        return new Definition(bare, mentioned(texts, table, dialect));
    }

    private static @Nullable Generated unqualified(@Nullable Generated computed, Table table, Dialect dialect) {
        return computed == null
                ? null
                : new Generated(unqualified(computed.expression(), table, dialect), computed.stored());
    }

    /** A text without the name of the table before its columns, as a table with another name would take it. */
    private static String unqualified(String text, Table table, Dialect dialect) {
        SqlTokens tokens = SqlTokens.of(text, dialect.syntax());
        StringBuilder rest = new StringBuilder(text);
        for (int i = tokens.size() - 3; i >= 0; i--) {
            SqlToken column = tokens.get(i + 2);
            if (names(tokens.get(i), table.name().name(), dialect)
                    && tokens.get(i + 1).is(".")
                    && table.columns().stream().anyMatch(one -> names(column, one.name(), dialect))) {
                rest.delete(begin(tokens, i), column.start());
            }
        }
        return rest.toString();
    }

    /** Where the name of a table begins, perhaps with its schema: no definition speaks of another table's columns. */
    private static int begin(SqlTokens tokens, int at) {
        return tokens.get(at > 1 && tokens.get(at - 1).is(".") ? at - 2 : at).start();
    }

    private static boolean names(SqlToken token, String name, Dialect dialect) {
        return (token.kind() == SqlToken.Kind.WORD || token.kind() == SqlToken.Kind.QUOTED_NAME)
                && dialect.comparison()
                        .nameKey(token.name())
                        .equals(dialect.comparison().nameKey(name));
    }

    /** The columns that texts may speak of. One too many does no harm. */
    private static List<Column> mentioned(Stream<String> texts, Table table, Dialect dialect) {
        SqlSyntax syntax = dialect.syntax();
        Set<String> names = texts.flatMap(text -> Stream.concat(
                        Stream.of(text),
                        SqlTokens.of(text, syntax).all().stream().map(SqlToken::name)))
                .map(Definition::key)
                .collect(Collectors.toSet());
        return table.columns().stream()
                .filter(column -> names.contains(key(column.name())))
                .map(column -> Column.of(column.name(), column.type())
                        .characterSet(column.characterSet())
                        .collate(column.collation()))
                .toList();
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

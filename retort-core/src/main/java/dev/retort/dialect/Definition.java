package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
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
                .generated(column.generated())
                .onUpdateSql(column.onUpdate());
        Stream<String> texts = Stream.of(String.valueOf(column.defaultValue()), String.valueOf(column.generated()));
        return new Definition(value, mentioned(texts, table, dialect));
    }

    /** A condition on the rows of a table. */
    public static Definition ofCheck(CheckConstraint check, Table table, Dialect dialect) {
        return new Definition(
                CheckConstraint.of(null, check.expression()), mentioned(Stream.of(check.expression()), table, dialect));
    }

    /** What an index is over, and its condition. */
    public static Definition ofIndex(Index index, Table table, Dialect dialect) {
        Stream<String> parts = index.parts().stream().map(Index.Part::text);
        Index bare = Index.of(NAMELESS, index.parts()).using(index.method()).where(index.where());
        return new Definition(bare, mentioned(Stream.concat(parts, Stream.ofNullable(index.where())), table, dialect));
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

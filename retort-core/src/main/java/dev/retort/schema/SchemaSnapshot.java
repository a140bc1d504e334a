package dev.retort.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A picture of a schema at one moment, wherever it comes from: a database, entities, a file. Any two can be compared.
 *
 * @param tables the tables, sorted by name
 * @param sequences the sequences that belong to no column, sorted by name
 * @param unread what is there besides and is not held as it is, sorted by table and name
 */
public record SchemaSnapshot(List<Table> tables, List<Sequence> sequences, List<Unread> unread) {

    /** A schema with nothing in it. */
    public static final SchemaSnapshot EMPTY = new SchemaSnapshot(List.of(), List.of());

    public SchemaSnapshot {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        unread = unread.stream()
                .sorted(Comparator.comparing(Unread::table).thenComparing(Unread::name))
                .toList();
    }

    /** A picture that leaves nothing out. */
    public SchemaSnapshot(List<Table> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of());
    }

    /** The same picture, everything named as where a schema is the default one. */
    public SchemaSnapshot within(@Nullable String defaultSchema) {
        return new SchemaSnapshot(
                tables.stream().map(table -> table.within(defaultSchema)).toList(),
                sequences.stream()
                        .map(sequence -> sequence.within(defaultSchema))
                        .toList(),
                unread.stream().map(left -> left.within(defaultSchema)).toList());
    }

    /** The table with a name. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}

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
 * @param ownedSequences the sequences that belong to a column and have a name that others may use, sorted by name
 * @param unread what is there besides and is not held as it is, sorted by table, part and name
 */
public record SchemaSnapshot(
        List<Table> tables, List<Sequence> sequences, List<OwnedSequence> ownedSequences, List<Unread> unread) {

    /** A schema with nothing in it. */
    public static final SchemaSnapshot EMPTY = new SchemaSnapshot(List.of(), List.of());

    public SchemaSnapshot {
        tables = tables.stream().sorted(Comparator.comparing(Table::name)).toList();
        sequences =
                sequences.stream().sorted(Comparator.comparing(Sequence::name)).toList();
        ownedSequences = ownedSequences.stream()
                .sorted(Comparator.comparing(owned -> owned.sequence().name()))
                .toList();
        unread = unread.stream()
                .sorted(Comparator.comparing(Unread::table)
                        .thenComparing(Unread::part)
                        .thenComparing(Unread::name))
                .toList();
    }

    /** A picture that leaves nothing out. */
    public SchemaSnapshot(List<Table> tables, List<Sequence> sequences) {
        this(tables, sequences, List.of());
    }

    /** A picture in which no sequence belongs to a column. */
    public SchemaSnapshot(List<Table> tables, List<Sequence> sequences, List<Unread> unread) {
        this(tables, sequences, List.of(), unread);
    }

    /** The same picture with other tables and sequences. What belongs to columns, and what is not read, stays. */
    public SchemaSnapshot with(List<Table> otherTables, List<Sequence> otherSequences) {
        return new SchemaSnapshot(otherTables, otherSequences, ownedSequences, unread);
    }

    /** The same picture with other sequences that belong to columns. */
    public SchemaSnapshot owning(List<OwnedSequence> others) {
        return new SchemaSnapshot(tables, sequences, others, unread);
    }

    /** The same picture with other things that are not held as they are. */
    public SchemaSnapshot leaving(List<Unread> others) {
        return new SchemaSnapshot(tables, sequences, ownedSequences, others);
    }

    /** The same picture, everything named as where a schema is the default one. */
    public SchemaSnapshot within(@Nullable String defaultSchema) {
        return new SchemaSnapshot(
                tables.stream().map(table -> table.within(defaultSchema)).toList(),
                sequences.stream()
                        .map(sequence -> sequence.within(defaultSchema))
                        .toList(),
                ownedSequences.stream()
                        .map(owned -> owned.within(defaultSchema))
                        .toList(),
                unread.stream().map(left -> left.within(defaultSchema)).toList());
    }

    /** The table with a name. */
    public Optional<Table> table(QualifiedName name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}

package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Changes the names of a desired schema to the spelling that the database has: to many databases {@code Customer} and {@code customer} are
 * one table. New names keep their spelling. Conditions are SQL and are compared by the rules of the database.
 */
final class SpellingMapper extends SnapshotMapper {

    /** One spelling for each name, the first that was learned. */
    private static final class Spellings<N> {

        private final UnaryOperator<N> key;
        private final Map<N, N> byKey = new HashMap<>();

        Spellings(UnaryOperator<N> key) {
            this.key = key;
        }

        void learn(Stream<N> names) {
            names.forEach(name -> byKey.putIfAbsent(key.apply(name), name));
        }

        N of(N name) {
            return byKey.getOrDefault(key.apply(name), name);
        }

        List<N> of(List<N> names) {
            return names.stream().map(this::of).toList();
        }

        @Nullable
        N ofNullable(@Nullable N name) {
            return name == null ? null : of(name);
        }
    }

    private final ComparisonRules rules;
    private final SchemaSnapshot actual;
    private final Spellings<QualifiedName> tables;
    private final Spellings<QualifiedName> sequences;
    private final Map<QualifiedName, Spellings<String>> columns = new HashMap<>();

    /** Those of the current table. */
    private Spellings<String> constraints;

    private Spellings<String> indexes;

    private SpellingMapper(SchemaSnapshot desired, SchemaSnapshot actual, ComparisonRules rules) {
        this.rules = rules;
        this.actual = actual;
        this.tables = new Spellings<>(rules::tableKey);
        this.sequences = new Spellings<>(rules::tableKey);
        this.constraints = new Spellings<>(rules::nameKey);
        this.indexes = new Spellings<>(rules::nameKey);
        learn(actual);
        learn(desired);
    }

    private void learn(SchemaSnapshot snapshot) {
        tables.learn(snapshot.tables().stream().map(Table::name));
        sequences.learn(snapshot.objects(Sequence.class).stream().map(Sequence::name));
        snapshot.tables()
                .forEach(table -> columnsOf(tables.of(table.name()))
                        .learn(table.columns().stream().map(Column::name)));
    }

    private Spellings<String> columnsOf(QualifiedName table) {
        return columns.computeIfAbsent(table, none -> new Spellings<>(rules::nameKey));
    }

    /** The desired snapshot in the spelling of the actual one. */
    static SchemaSnapshot of(SchemaSnapshot desired, SchemaSnapshot actual, ComparisonRules rules) {
        return new SpellingMapper(desired, actual, rules).snapshot(desired);
    }

    @Override
    protected QualifiedName name(QualifiedName name) {
        return tables.of(name);
    }

    @Override
    protected Sequence sequence(Sequence sequence) {
        Sequence.Owner owner = sequence.owner();
        return sequence.named(sequences.of(sequence.name())).ownedBy(owner == null ? null : respelled(owner));
    }

    private Sequence.Owner respelled(Sequence.Owner owner) {
        QualifiedName table = name(owner.table());
        return new Sequence.Owner(table, columnsOf(table).of(owner.column()));
    }

    @Override
    public Table table(Table table) {
        constraints = new Spellings<>(rules::nameKey);
        indexes = new Spellings<>(rules::nameKey);
        actual.table(name(table.name())).ifPresent(found -> {
            constraints.learn(found.constraints().stream().map(Constraint::name).filter(Objects::nonNull));
            indexes.learn(found.indexes().stream().map(Index::name));
            // Some databases report a unique index as a constraint.
            indexes.learn(found.uniqueConstraints().stream()
                    .map(UniqueConstraint::name)
                    .filter(Objects::nonNull));
        });
        return super.table(table);
    }

    private Spellings<String> own(Table table) {
        return columnsOf(name(table.name()));
    }

    @Override
    protected Column column(Table table, Column column) {
        return column.named(own(table).of(column.name()));
    }

    @Override
    protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
        return key.named(constraints.ofNullable(key.name()))
                .columns(own(table).of(key.columns()))
                .including(own(table).of(key.included()));
    }

    @Override
    protected ForeignKey foreignKey(Table table, ForeignKey key) {
        QualifiedName referred = name(key.referredTable());
        return key.named(constraints.ofNullable(key.name()))
                .columns(own(table).of(key.columns()))
                .references(referred, columnsOf(referred).of(key.referredColumns()))
                .setColumns(own(table).of(key.setColumns()));
    }

    @Override
    protected UniqueConstraint uniqueConstraint(Table table, UniqueConstraint unique) {
        return unique.named(constraints.ofNullable(unique.name()))
                .columns(own(table).of(unique.columns()))
                .including(own(table).of(unique.included()));
    }

    @Override
    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        List<Index.Part> parts =
                exclusion.parts().stream().map(part -> spelled(table, part)).toList();
        return exclusion
                .named(constraints.ofNullable(exclusion.name()))
                .parts(parts)
                .including(own(table).of(exclusion.included()));
    }

    private Index.Part spelled(Table table, Index.Part part) {
        return part.respelled(own(table)::of);
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        return check.named(constraints.ofNullable(check.name()));
    }

    @Override
    protected Index index(Table table, Index index) {
        List<Index.Part> parts =
                index.parts().stream().map(part -> spelled(table, part)).toList();
        return index.named(indexes.of(index.name()))
                .parts(parts)
                .including(own(table).of(index.included()));
    }
}

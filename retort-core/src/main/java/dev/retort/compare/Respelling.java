package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
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
 * Spells what is wished for as the database spells it where it is there already: to many a database {@code Customer} and
 * {@code customer} are one table. What is new keeps its spelling. Conditions are SQL, which the database's rules compare.
 */
final class Respelling {

    /** Names in one spelling each, the one that was learned first. */
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

    private Respelling(SchemaSnapshot desired, SchemaSnapshot actual, ComparisonRules rules) {
        this.rules = rules;
        this.actual = actual;
        this.tables = new Spellings<>(rules::tableKey);
        this.sequences = new Spellings<>(rules::tableKey);
        learn(actual);
        learn(desired);
    }

    private void learn(SchemaSnapshot snapshot) {
        tables.learn(snapshot.tables().stream().map(Table::name));
        sequences.learn(snapshot.sequences().stream().map(Sequence::name));
        sequences.learn(
                snapshot.ownedSequences().stream().map(owned -> owned.sequence().name()));
        snapshot.tables()
                .forEach(table -> columnsOf(tables.of(table.name()))
                        .learn(table.columns().stream().map(Column::name)));
    }

    private Spellings<String> columnsOf(QualifiedName table) {
        return columns.computeIfAbsent(table, none -> new Spellings<>(rules::nameKey));
    }

    /** The desired snapshot in the spelling of the actual one. */
    static SchemaSnapshot of(SchemaSnapshot desired, SchemaSnapshot actual, ComparisonRules rules) {
        Respelling spelling = new Respelling(desired, actual, rules);
        return desired.with(
                        desired.tables().stream().map(spelling::respelled).toList(),
                        desired.sequences().stream().map(spelling::respelled).toList())
                .leaving(desired.unread().stream()
                        .map(left -> left.of(spelling.tables.of(left.table())))
                        .toList());
    }

    private Sequence respelled(Sequence sequence) {
        return new Sequence(sequences.of(sequence.name()), sequence.start(), sequence.increment());
    }

    private Table respelled(Table table) {
        QualifiedName name = tables.of(table.name());
        Spellings<String> own = columnsOf(name);
        Spellings<String> constraints = new Spellings<>(rules::nameKey);
        Spellings<String> indexes = new Spellings<>(rules::nameKey);
        actual.table(name).ifPresent(found -> {
            constraints.learn(found.constraints().stream().map(Constraint::name).filter(Objects::nonNull));
            indexes.learn(found.indexes().stream().map(Index::name));
            // Some databases report a unique index as a constraint.
            indexes.learn(found.uniqueConstraints().stream()
                    .map(UniqueConstraint::name)
                    .filter(Objects::nonNull));
        });
        PrimaryKey key = table.primaryKey();
        return new Table(
                name,
                table.columns().stream()
                        .map(column -> column.named(own.of(column.name())))
                        .toList(),
                key == null ? null : new PrimaryKey(constraints.ofNullable(key.name()), own.of(key.columns())),
                table.foreignKeys().stream()
                        .map(foreign -> respelled(foreign, constraints, own))
                        .toList(),
                table.uniqueConstraints().stream()
                        .map(unique ->
                                new UniqueConstraint(constraints.ofNullable(unique.name()), own.of(unique.columns())))
                        .toList(),
                table.checks().stream()
                        .map(check -> new CheckConstraint(constraints.ofNullable(check.name()), check.expression()))
                        .toList(),
                table.indexes().stream()
                        .map(index -> respelled(index, indexes, own))
                        .toList(),
                table.comment());
    }

    private ForeignKey respelled(ForeignKey key, Spellings<String> constraints, Spellings<String> own) {
        QualifiedName referred = tables.of(key.referredTable());
        return new ForeignKey(
                constraints.ofNullable(key.name()),
                own.of(key.columns()),
                referred,
                columnsOf(referred).of(key.referredColumns()),
                key.onDelete(),
                key.onUpdate());
    }

    private static Index respelled(Index index, Spellings<String> indexes, Spellings<String> own) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.expression() ? part : new Index.Part(own.of(part.text()), false, part.descending()))
                .toList();
        return new Index(indexes.of(index.name()), parts, index.unique(), index.method(), index.where());
    }
}

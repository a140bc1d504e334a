package dev.retort.testkit;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a schema into the words of a catalog wherever the dialect says that they mean the same: types, defaults, conditions, and the
 * names and indexes that nobody has asked for. Whatever then differs is another schema.
 */
final class NormalizedSchema extends SnapshotMapper {

    private final ComparisonRules rules;
    private final SchemaSnapshot catalog;

    NormalizedSchema(ComparisonRules rules, SchemaSnapshot catalog) {
        this.rules = rules;
        this.catalog = catalog;
    }

    @Override
    public Table table(Table table) {
        return catalog.table(table.name())
                .map(found -> new OfTable(found).table(table))
                .orElse(table);
    }

    /** The parts of a table in the words of one that the catalog has. */
    private final class OfTable extends SnapshotMapper {

        private final Table found;

        OfTable(Table found) {
            this.found = found;
        }

        @Override
        public Table table(Table table) {
            Table same = super.table(table);
            return same.foreignKeys(paired(
                    same.foreignKeys(),
                    found.foreignKeys(),
                    (wish, actual) -> wish.name() == null ? wish.named(actual.name()) : wish));
        }

        @Override
        protected Column column(Table table, Column wish) {
            return found.column(wish.name())
                    .map(actual -> reworded(wish, actual))
                    .orElse(wish);
        }

        private Column reworded(Column wish, Column actual) {
            Column same = wish.generated(reworded(wish.generated(), actual.generated()));
            if (isSpelledAlike(wish.type(), actual.type()) && rules.sameType(wish, actual)) {
                same = same.typed(actual.type());
            }
            if (rules.sameCollation(wish, actual)) {
                same = same.characterSet(actual.characterSet()).collate(actual.collation());
            }
            if (rules.sameDefault(wish, actual)) {
                same = same.withDefault(actual.defaultValue());
            }
            return rules.sameOnUpdate(wish, actual) ? same.onUpdateSql(actual.onUpdate()) : same;
        }

        /** What is a list of words is one in the catalog too, and not the name of a type. */
        private static boolean isSpelledAlike(SqlType wish, SqlType actual) {
            return wish.getClass().equals(actual.getClass());
        }

        private @Nullable Generated reworded(@Nullable Generated wish, @Nullable Generated actual) {
            return wish == null || actual == null
                    ? wish
                    : new Generated(reworded(wish.expression(), actual.expression()), wish.stored());
        }

        private @Nullable String rewordedOrNull(@Nullable String wish, @Nullable String actual) {
            return wish == null ? null : reworded(wish, actual);
        }

        private String reworded(String wish, @Nullable String actual) {
            return actual != null && rules.sameExpression(wish, actual) ? actual : wish;
        }

        @Override
        protected @Nullable PrimaryKey primaryKey(Table table, PrimaryKey wish) {
            PrimaryKey actual = found.primaryKey();
            return wish.name() == null && actual != null ? wish.named(actual.name()) : wish;
        }

        @Override
        protected List<UniqueConstraint> uniqueConstraints(Table table) {
            return paired(
                    table.uniqueConstraints(),
                    found.uniqueConstraints(),
                    (wish, actual) -> wish.name() == null ? wish.named(actual.name()) : wish);
        }

        @Override
        protected List<ExclusionConstraint> exclusionConstraints(Table table) {
            return paired(table.exclusionConstraints(), found.exclusionConstraints(), this::reworded);
        }

        private ExclusionConstraint reworded(ExclusionConstraint wish, ExclusionConstraint actual) {
            List<Index.Part> parts = reworded(wish.parts(), actual.parts());
            List<ExclusionConstraint.Element> elements = new ArrayList<>();
            for (ExclusionConstraint.Element element : wish.elements()) {
                elements.add(element.of(parts.get(elements.size())));
            }
            return wish.named(wish.name() == null ? actual.name() : wish.name())
                    .elements(elements)
                    .where(rewordedOrNull(wish.where(), actual.where()));
        }

        @Override
        protected List<CheckConstraint> checks(Table table) {
            return paired(
                    table.checks(),
                    found.checks(),
                    (wish, actual) -> wish.named(wish.name() == null ? actual.name() : wish.name())
                            .expression(reworded(wish.expression(), actual.expression())));
        }

        @Override
        protected List<Index> indexes(Table table) {
            List<Index> indexes = new ArrayList<>(paired(table.indexes(), found.indexes(), this::reworded));
            for (Index actual : found.indexes()) {
                if (!indexes.contains(actual)
                        && found.foreignKeys().stream().anyMatch(key -> rules.mayServe(actual, found.name(), key))) {
                    indexes.add(actual);
                }
            }
            return indexes;
        }

        private Index reworded(Index wish, Index actual) {
            return wish.parts(reworded(wish.parts(), actual.parts()))
                    .where(rewordedOrNull(wish.where(), actual.where()));
        }

        private List<Index.Part> reworded(List<Index.Part> wish, List<Index.Part> actual) {
            if (wish.size() != actual.size()) {
                return wish;
            }
            List<Index.Part> parts = new ArrayList<>();
            for (Index.Part part : wish) {
                String text = actual.get(parts.size()).text();
                parts.add(part.expression() ? part.of(reworded(part.text(), text)) : part);
            }
            return parts;
        }

        /** Each wish as the first of the actual parts, one of its own, that it is in other words; else as it is. */
        private <T> List<T> paired(List<T> wishes, List<T> actual, BinaryOperator<T> reworded) {
            List<T> left = new ArrayList<>(actual);
            List<T> pairs = new ArrayList<>();
            for (T wish : wishes) {
                T same = left.stream()
                        .filter(one -> reworded.apply(wish, one).equals(one))
                        .findFirst()
                        .orElse(null);
                left.remove(same);
                pairs.add(same == null ? wish : same);
            }
            return pairs;
        }
    }
}

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
 * Replaces parts of a schema by those of a catalog where the dialect says that they mean the same: types, defaults, conditions, and names
 * and indexes that are not desired. What differs then is really different.
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

    /** Replaces parts of a table by those of the catalog's table. */
    private final class OfTable extends SnapshotMapper {

        private final Table found;

        OfTable(Table found) {
            this.found = found;
        }

        @Override
        public Table table(Table table) {
            Table same = super.table(table).partitioning(rewordedOrNull(table.partitioning(), found.partitioning()));
            return same.foreignKeys(paired(
                    same.foreignKeys(),
                    found.foreignKeys(),
                    (desired, actual) -> desired.name() == null ? desired.named(actual.name()) : desired));
        }

        @Override
        protected Column column(Table table, Column desired) {
            return found.column(desired.name())
                    .map(actual -> inOtherWords(desired, actual))
                    .orElse(desired);
        }

        private Column inOtherWords(Column desired, Column actual) {
            Column same = desired.generated(inOtherWords(desired.generated(), actual.generated()));
            if (isSpelledAlike(desired.type(), actual.type()) && rules.sameType(desired, actual)) {
                same = same.typed(actual.type());
            }
            if (rules.sameCollation(desired, actual)) {
                same = same.characterSet(actual.characterSet()).collate(actual.collation());
            }
            if (rules.sameDefault(desired, actual)) {
                same = same.withDefault(actual.defaultValue());
            }
            return rules.sameOnUpdate(desired, actual) ? same.onUpdateSql(actual.onUpdate()) : same;
        }

        /** An enum is an enum in the catalog too, and not the name of a type. */
        private static boolean isSpelledAlike(SqlType desired, SqlType actual) {
            return desired.getClass().equals(actual.getClass());
        }

        private @Nullable Generated inOtherWords(@Nullable Generated desired, @Nullable Generated actual) {
            return desired == null || actual == null
                    ? desired
                    : new Generated(inOtherWords(desired.expression(), actual.expression()), desired.stored());
        }

        private @Nullable String rewordedOrNull(@Nullable String desired, @Nullable String actual) {
            return desired == null ? null : inOtherWords(desired, actual);
        }

        private String inOtherWords(String desired, @Nullable String actual) {
            return actual != null && rules.sameExpression(desired, actual) ? actual : desired;
        }

        @Override
        protected @Nullable PrimaryKey primaryKey(Table table, PrimaryKey desired) {
            PrimaryKey actual = found.primaryKey();
            return desired.name() == null && actual != null ? desired.named(actual.name()) : desired;
        }

        @Override
        protected List<UniqueConstraint> uniqueConstraints(Table table) {
            return paired(
                    table.uniqueConstraints(),
                    found.uniqueConstraints(),
                    (desired, actual) -> desired.name() == null ? desired.named(actual.name()) : desired);
        }

        @Override
        protected List<ExclusionConstraint> exclusionConstraints(Table table) {
            return paired(table.exclusionConstraints(), found.exclusionConstraints(), this::inOtherWords);
        }

        private ExclusionConstraint inOtherWords(ExclusionConstraint desired, ExclusionConstraint actual) {
            List<Index.Part> parts = inOtherWords(desired.parts(), actual.parts());
            List<ExclusionConstraint.Element> elements = new ArrayList<>();
            for (ExclusionConstraint.Element element : desired.elements()) {
                elements.add(element.of(parts.get(elements.size())));
            }
            return desired.named(desired.name() == null ? actual.name() : desired.name())
                    .elements(elements)
                    .where(rewordedOrNull(desired.where(), actual.where()));
        }

        @Override
        protected List<CheckConstraint> checks(Table table) {
            return paired(
                    table.checks(),
                    found.checks(),
                    (desired, actual) -> desired.named(desired.name() == null ? actual.name() : desired.name())
                            .expression(inOtherWords(desired.expression(), actual.expression())));
        }

        @Override
        protected List<Index> indexes(Table table) {
            List<Index> indexes = new ArrayList<>(paired(table.indexes(), found.indexes(), this::inOtherWords));
            for (Index actual : found.indexes()) {
                if (!indexes.contains(actual)
                        && found.foreignKeys().stream().anyMatch(key -> rules.mayServe(actual, found.name(), key))) {
                    indexes.add(actual);
                }
            }
            return indexes;
        }

        private Index inOtherWords(Index desired, Index actual) {
            return desired.parts(inOtherWords(desired.parts(), actual.parts()))
                    .where(rewordedOrNull(desired.where(), actual.where()));
        }

        private List<Index.Part> inOtherWords(List<Index.Part> desired, List<Index.Part> actual) {
            if (desired.size() != actual.size()) {
                return desired;
            }
            List<Index.Part> parts = new ArrayList<>();
            for (Index.Part part : desired) {
                String text = actual.get(parts.size()).text();
                parts.add(part.expression() ? part.of(inOtherWords(part.text(), text)) : part);
            }
            return parts;
        }

        /** Replaces each desired part by the first actual part that means the same, each used once; other parts are unchanged. */
        private <T> List<T> paired(List<T> definitions, List<T> actual, BinaryOperator<T> inOtherWords) {
            List<T> left = new ArrayList<>(actual);
            List<T> pairs = new ArrayList<>();
            for (T desired : definitions) {
                T same = left.stream()
                        .filter(one -> inOtherWords.apply(desired, one).equals(one))
                        .findFirst()
                        .orElse(null);
                left.remove(same);
                pairs.add(same == null ? desired : same);
            }
            return pairs;
        }
    }
}

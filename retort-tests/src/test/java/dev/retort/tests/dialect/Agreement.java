package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** What a comparison asks of a dialect: what was wished for, as reported, is what the catalog has. */
record Agreement(ComparisonRules rules) {

    void check(SchemaSnapshot desired, SchemaSnapshot actual) {
        SchemaSnapshot wished = rules.asReported(desired);
        assertThat(actual.tables().stream().map(Table::name))
                .containsExactlyElementsOf(
                        wished.tables().stream().map(Table::name).toList());
        assertThat(actual.sequences()).isEqualTo(wished.sequences());
        for (int i = 0; i < wished.tables().size(); i++) {
            check(wished.tables().get(i), actual.tables().get(i));
        }
    }

    private void check(Table wished, Table found) {
        assertThat(found.columns().stream().map(Column::name))
                .containsExactlyElementsOf(
                        wished.columns().stream().map(Column::name).toList());
        for (int i = 0; i < wished.columns().size(); i++) {
            check(wished.columns().get(i), found.columns().get(i));
        }
        assertThat(found.comment()).isEqualTo(wished.comment());
        checkKey(wished.primaryKey(), found.primaryKey());
        pair(
                wished.uniqueConstraints(),
                found.uniqueConstraints(),
                (one, other) -> sameName(one, other) && one.columns().equals(other.columns()));
        pair(wished.foreignKeys(), found.foreignKeys(), Agreement::same);
        pair(wished.checks(), found.checks(), (one, other) -> sameName(one, other) && same(one, other));
        List<Index> indexes = found.indexes().stream()
                .filter(index ->
                        found.foreignKeys().stream().noneMatch(key -> rules.mayServe(index, found.name(), key)))
                .toList();
        pair(wished.indexes(), indexes, (one, other) -> same(one, other));
    }

    private void check(Column wished, Column found) {
        assertThat(rules.sameType(wished, found))
                .as("type %s is %s", wished, found)
                .isTrue();
        assertThat(rules.sameDefault(wished, found))
                .as("default %s is %s", wished, found)
                .isTrue();
        assertThat(found.nullable()).as("nullable %s is %s", wished, found).isEqualTo(wished.nullable());
        assertThat(found.identity()).as("identity %s is %s", wished, found).isEqualTo(wished.identity());
        assertThat(found.comment()).as("comment %s is %s", wished, found).isEqualTo(wished.comment());
    }

    private static void checkKey(@Nullable PrimaryKey wished, @Nullable PrimaryKey found) {
        if (wished == null || found == null) {
            assertThat(found).isEqualTo(wished);
            return;
        }
        assertThat(found.columns()).isEqualTo(wished.columns());
        assertThat(sameName(wished, found)).as("%s is %s", wished, found).isTrue();
    }

    private static boolean sameName(Constraint wished, Constraint found) {
        return wished.name() == null || wished.name().equals(found.name());
    }

    private static boolean same(ForeignKey wished, ForeignKey found) {
        return sameName(wished, found)
                && ForeignKey.of(found.name(), wished.columns(), wished.referredTable(), wished.referredColumns())
                        .onDelete(wished.onDelete())
                        .onUpdate(wished.onUpdate())
                        .equals(found);
    }

    private boolean same(CheckConstraint wished, CheckConstraint found) {
        return rules.sameExpression(wished.expression(), found.expression());
    }

    private boolean same(Index wished, Index found) {
        return wished.name().equals(found.name())
                && wished.unique() == found.unique()
                && Objects.equals(wished.method(), found.method())
                && sameText(wished.where(), found.where())
                && wished.parts().size() == found.parts().size()
                && sameParts(wished, found);
    }

    private boolean sameParts(Index wished, Index found) {
        for (int i = 0; i < wished.parts().size(); i++) {
            Index.Part one = wished.parts().get(i);
            Index.Part other = found.parts().get(i);
            boolean text = one.expression()
                    ? rules.sameExpression(one.text(), other.text())
                    : one.text().equals(other.text());
            if (!text || one.expression() != other.expression() || one.descending() != other.descending()) {
                return false;
            }
        }
        return true;
    }

    private boolean sameText(@Nullable String wished, @Nullable String found) {
        if (wished == null || found == null) {
            return Objects.equals(wished, found);
        }
        return rules.sameExpression(wished, found);
    }

    /** Every wished one has one of its own among those found, and none is left over. */
    private static <T> void pair(List<T> wished, List<T> found, BiPredicate<T, T> same) {
        List<T> left = new ArrayList<>(found);
        for (T one : wished) {
            T match = left.stream()
                    .filter(other -> same.test(one, other))
                    .findFirst()
                    .orElse(null);
            assertThat(match).as("%s among %s", one, found).isNotNull();
            left.remove(match);
        }
        assertThat(left).as("more than %s", wished).isEmpty();
    }
}

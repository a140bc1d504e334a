package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Claims that a database reports a desired schema as its dialect said it would. */
final class SnapshotAssert {

    private final EmbeddedDatabase database;
    private final Dialect dialect;

    SnapshotAssert(EmbeddedDatabase database) {
        this.database = database;
        this.dialect = database.dialect;
    }

    void reportedAs(SchemaSnapshot desired, SchemaSnapshot actual) {
        SchemaSnapshot expected =
                new InServerWords(database).snapshot(dialect.comparison().normalize(desired));
        assertThat(actual.tables())
                .extracting(Table::name)
                .isEqualTo(expected.tables().stream().map(Table::name).toList());
        assertThat(actual.sequences()).isEqualTo(expected.sequences());
        for (int i = 0; i < expected.tables().size(); i++) {
            sameTable(expected.tables().get(i), actual.tables().get(i));
        }
    }

    private void sameTable(Table expected, Table actual) {
        ComparisonRules rules = dialect.comparison();
        String table = expected.name() + ": ";
        matched(table + "columns", expected.columns(), actual.columns(), this::sameColumn);
        assertThat(actual.primaryKey() == null).as(table + "primary key").isEqualTo(expected.primaryKey() == null);
        if (expected.primaryKey() != null && actual.primaryKey() != null) {
            assertThat(actual.primaryKey().columns())
                    .as(table + "primary key")
                    .isEqualTo(expected.primaryKey().columns());
            assertThat(sameName(expected.primaryKey(), actual.primaryKey()))
                    .as(table + "primary key's name")
                    .isTrue();
        }
        matched(
                table + "unique constraints",
                expected.uniqueConstraints(),
                actual.uniqueConstraints(),
                (a, b) -> sameName(a, b) && a.named(b.name()).equals(b));
        matched(
                table + "checks",
                expected.checks(),
                actual.checks(),
                (a, b) -> sameName(a, b) && rules.sameExpression(a.expression(), b.expression()));
        matched(
                table + "foreign keys",
                expected.foreignKeys(),
                actual.foreignKeys(),
                (a, b) -> sameName(a, b) && a.named(b.name()).equals(b));
        matched(table + "indexes", expected.indexes(), actual.indexes(), this::sameIndex);
        assertThat(actual.comment()).as(table + "comment").isEqualTo(expected.comment());
        assertThat(actual.options()).as(table + "options").isEqualTo(expected.options());
    }

    private boolean sameColumn(Column expected, Column actual) {
        ComparisonRules rules = dialect.comparison();
        return expected.name().equals(actual.name())
                && rules.sameType(expected, actual)
                && rules.sameDefault(expected, actual)
                && expected.nullable() == actual.nullable()
                && Objects.equals(expected.identity(), actual.identity())
                && sameComputation(expected.generated(), actual.generated())
                && rules.sameCollation(expected, actual)
                && rules.sameOnUpdate(expected, actual)
                && expected.invisible() == actual.invisible()
                && Objects.equals(expected.comment(), actual.comment());
    }

    private boolean sameIndex(Index expected, Index actual) {
        ComparisonRules rules = dialect.comparison();
        if (!expected.name().equals(actual.name())
                || expected.unique() != actual.unique()
                || expected.parts().size() != actual.parts().size()) {
            return false;
        }
        for (int i = 0; i < expected.parts().size(); i++) {
            Index.Part wanted = expected.parts().get(i);
            Index.Part found = actual.parts().get(i);
            boolean sameText = wanted.expression()
                    ? rules.sameExpression(wanted.text(), found.text())
                    : wanted.text().equals(found.text());
            if (!sameText || !wanted.of(found.text()).equals(found)) {
                return false;
            }
        }
        return sameCondition(expected.where(), actual.where());
    }

    private boolean sameComputation(@Nullable Generated expected, @Nullable Generated actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        return expected.stored() == actual.stored()
                && dialect.comparison().sameExpression(expected.expression(), actual.expression());
    }

    private boolean sameCondition(@Nullable String expected, @Nullable String actual) {
        if (expected == null || actual == null) {
            return expected == null && actual == null;
        }
        return dialect.comparison().sameExpression(expected, actual);
    }

    /** A constraint whose name is left to the database is found by what it is. */
    private static boolean sameName(Constraint expected, Constraint actual) {
        return expected.name() == null || expected.name().equals(actual.name());
    }

    private static <T> void matched(String what, List<T> expected, List<T> actual, BiPredicate<T, T> same) {
        assertThat(actual).as(what + ", expected " + expected).hasSameSizeAs(expected);
        for (T wanted : expected) {
            assertThat(actual).as(what + ", expected " + wanted).anyMatch(found -> same.test(wanted, found));
        }
    }
}

package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Index;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Compares the parts of indexes and constraints.
 *
 * @param columns the columns of the table, as the database has them
 */
record IndexedParts(ComparisonRules rules, List<Column> columns) {

    boolean same(List<Index.Part> desired, List<Index.Part> found) {
        if (desired.size() != found.size()) {
            return false;
        }
        for (int i = 0; i < desired.size(); i++) {
            if (!same(desired.get(i), found.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(Index.Part desired, Index.Part found) {
        if (!desired.of(found.text()).collate(found.collation()).equals(found) || !sameCollation(desired, found)) {
            return false;
        }
        return desired.expression()
                ? rules.sameExpression(desired.text(), found.text())
                : desired.text().equals(found.text());
    }

    private boolean sameCollation(Index.Part desired, Index.Part found) {
        return (desired.collation() == null && found.collation() == null)
                || rules.sameCollation(collated(desired), collated(found));
    }

    /** A column with the collation of a part. */
    private Column collated(Index.Part part) {
        Column column = columns.stream()
                .filter(own -> !part.expression() && own.name().equals(part.text()))
                .findFirst()
                .orElseGet(() -> Column.of(part.text(), Columns.text()));
        return part.collation() == null ? column : column.collate(part.collation());
    }

    /** Whether two conditions select the same rows. */
    boolean sameCondition(@Nullable String desired, @Nullable String found) {
        return (desired == null || found == null)
                ? Objects.equals(desired, found)
                : rules.sameExpression(desired, found);
    }
}

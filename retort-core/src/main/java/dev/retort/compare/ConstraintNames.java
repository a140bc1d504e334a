package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/**
 * Names for constraints that were wished for without one, because what has no name cannot be taken away again.
 *
 * @param maximumLength the most characters of a name
 */
record ConstraintNames(int maximumLength) {

    /** The constraint with a name; itself when it has one or is a primary key. */
    Constraint named(QualifiedName table, Constraint constraint) {
        if (constraint.name() != null) {
            return constraint;
        }
        if (constraint instanceof UniqueConstraint unique) {
            return new UniqueConstraint(name("uq", table, unique.columns()), unique.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            String digest = Integer.toHexString(check.expression().hashCode());
            return new CheckConstraint(name("ck", table, List.of(digest)), check.expression());
        }
        if (constraint instanceof ForeignKey key) {
            return new ForeignKey(
                    name("fk", table, key.columns()),
                    key.columns(),
                    key.referredTable(),
                    key.referredColumns(),
                    key.onDelete(),
                    key.onUpdate());
        }
        return constraint;
    }

    /** The table with a name for each of its constraints. */
    Table named(Table table) {
        List<TableElement> elements = new ArrayList<>(table.columns());
        table.constraints().forEach(constraint -> elements.add(named(table.name(), constraint)));
        elements.addAll(table.indexes());
        return Table.of(table.name(), elements).comment(table.comment());
    }

    private String name(String prefix, QualifiedName table, List<String> parts) {
        String whole = prefix + "_" + table.name() + "_" + String.join("_", parts);
        if (whole.length() <= maximumLength) {
            return whole;
        }
        String tail = "_" + Integer.toHexString(whole.hashCode());
        return whole.substring(0, maximumLength - tail.length()) + tail;
    }
}

package dev.retort.migration;

import dev.retort.operation.DialectName;
import dev.retort.operation.Operation;
import dev.retort.operation.StatedElements;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.Set;

/**
 * Resolves options under the name of a database: it has them, and the others do without.
 *
 * @param dialect the database that is recorded for
 * @param all the names of all databases
 */
record OptionsByDatabase(DialectName dialect, Set<String> all) {

    OptionsByDatabase {
        all = Set.copyOf(all);
    }

    /** The operation with the options of the database. */
    Operation resolved(Operation operation) {
        return all.isEmpty() ? operation : new Resolved().of(operation);
    }

    private Options own(Options options) {
        return options.isEmpty() ? options : options.of(dialect.value(), all);
    }

    private final class Resolved extends StatedElements {

        @Override
        protected Table table(Table table) {
            return super.table(table).options(own(table.options()));
        }

        @Override
        protected Column column(Column column) {
            return column.options().isEmpty() ? column : column.options(own(column.options()));
        }

        @Override
        protected Constraint constraint(QualifiedName table, Constraint constraint) {
            if (constraint instanceof UniqueConstraint unique) {
                return unique.options(own(unique.options()));
            }
            return constraint instanceof ExclusionConstraint exclusion
                    ? exclusion.options(own(exclusion.options()))
                    : constraint;
        }

        @Override
        protected Index index(QualifiedName table, Index index) {
            return index.options(own(index.options()));
        }
    }
}

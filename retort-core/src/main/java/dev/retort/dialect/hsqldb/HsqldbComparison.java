package dev.retort.dialect.hsqldb;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.StoredForm;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import dev.retort.sql.Spelling;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides when HSQLDB treats two definitions as the same. */
final class HsqldbComparison implements ComparisonRules {

    private final HsqldbIdentifiers names;
    private final HsqldbTypes types;

    HsqldbComparison(HsqldbIdentifiers names, HsqldbTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public SchemaSnapshot normalize(SchemaSnapshot desired) {
        return new Reported(desired).snapshot(desired);
    }

    /** Converts a snapshot to the form of the catalog. */
    private final class Reported extends StoredForm {

        private final SchemaSnapshot desired;

        Reported(SchemaSnapshot desired) {
            this.desired = desired;
        }

        @Override
        protected String stored(String name) {
            return names.fromCatalog(names.toCatalog(name));
        }

        @Override
        protected SqlType stored(SqlType type) {
            return types.canonical(type);
        }

        @Override
        protected SequenceOptions stored(SequenceOptions options, @Nullable SqlType type) {
            return HsqldbSequences.reported(options, type);
        }

        /** A check that only says so makes a column NOT NULL. */
        @Override
        protected Column column(Table table, Column column) {
            boolean required = column.identity() != null || table.isInPrimaryKey(column) || isChecked(table, column);
            return super.column(table, column)
                    .nullable(column.nullable() && !required)
                    .withDefault(DefaultText.read(column.defaultValue(), HsqldbProvider.SYNTAX));
        }

        private boolean isChecked(Table table, Column column) {
            Set<String> checked = new HashSet<>();
            for (CheckConstraint check : table.checks()) {
                if (HsqldbText.isNotNull(check.expression())) {
                    checked.add(storedAsWritten(HsqldbText.columnOf(check.expression())));
                }
            }
            return checked.contains(names.toCatalog(column.name()));
        }

        /** The stored name for a name in a statement. */
        private String storedAsWritten(String written) {
            return written.startsWith("\"")
                    ? written.substring(1, written.length() - 1).replace("\"\"", "\"")
                    : written.toUpperCase(Locale.ROOT);
        }

        @Override
        protected List<CheckConstraint> checks(Table table) {
            List<CheckConstraint> checks = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.type() instanceof EnumType list && list.name() == null) {
                    checks.add(CheckConstraint.of(null, types.condition(column.name(), list)));
                }
            }
            super.checks(table).stream()
                    .filter(check -> !HsqldbText.isNotNull(check.expression()))
                    .forEach(checks::add);
            return checks;
        }

        /** It reports neither RESTRICT, which is the same as NO ACTION, nor columns in another order than that of the referenced key. */
        @Override
        protected ForeignKey foreignKey(Table table, ForeignKey key) {
            return super.foreignKey(table, inOrderOfKey(table, key))
                    .onDelete(reported(key.onDelete()))
                    .onUpdate(reported(key.onUpdate()));
        }

        private ForeignKey inOrderOfKey(Table table, ForeignKey key) {
            Optional<Table> referred = tableKey(table.name()).equals(tableKey(key.referredTable()))
                    ? Optional.of(table)
                    : desired.tables().stream()
                            .filter(one -> tableKey(one.name()).equals(tableKey(key.referredTable())))
                            .findFirst();
            List<String> columns =
                    key.referredColumns().stream().map(this::stored).toList();
            return referred.stream()
                    .flatMap(Reported::keys)
                    .map(unique -> unique.stream().map(this::stored).toList())
                    .filter(unique -> unique.size() == columns.size() && unique.containsAll(columns))
                    .findFirst()
                    .map(unique -> sorted(key, Comparator.comparing(i -> unique.indexOf(columns.get(i)))))
                    .orElse(key);
        }

        private static Stream<List<String>> keys(Table table) {
            Stream<List<String>> primary = Stream.ofNullable(table.primaryKey()).map(one -> one.columns());
            return Stream.concat(primary, table.uniqueConstraints().stream().map(one -> one.columns()));
        }

        private static ForeignKey sorted(ForeignKey key, Comparator<Integer> order) {
            List<Integer> sorted = IntStream.range(0, key.columns().size())
                    .boxed()
                    .sorted(order)
                    .toList();
            return key.columns(sorted.stream().map(key.columns()::get).toList())
                    .references(
                            key.referredTable(),
                            sorted.stream().map(key.referredColumns()::get).toList());
        }

        private static ReferentialAction reported(ReferentialAction action) {
            return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
        }

        @Override
        protected Index index(Table table, Index index) {
            Index found = super.index(table, index);
            return found.parts(
                    found.parts().stream().map(part -> part.descending(false)).toList());
        }
    }

    @Override
    public boolean storesGeneratedColumns() {
        return true;
    }

    @Override
    public String nameKey(String name) {
        return names.toCatalog(name);
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        return types.canonical(desired.type()).equals(types.canonical(actual.type()));
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return DefaultText.same(desired.defaultValue(), actual.defaultValue(), HsqldbProvider.SYNTAX);
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return Spelling.same(desired, actual, HsqldbProvider.SYNTAX);
    }

    /** Only a text may grow under a foreign key, and a number may have another number of digits before the point. */
    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return !(types.canonical(before) instanceof StandardType from
                && types.canonical(after) instanceof StandardType to
                && from.kind() == to.kind()
                && (isGrownText(from, to) || isNumberOfSameScale(from, to)));
    }

    private static boolean isGrownText(StandardType from, StandardType to) {
        Integer length = from.length();
        return from.kind() == TypeKind.VARCHAR && length != null && (to.length() == null || to.length() >= length);
    }

    private static boolean isNumberOfSameScale(StandardType from, StandardType to) {
        return from.kind() == TypeKind.DECIMAL && Objects.equals(from.scale(), to.scale());
    }

    /** No statement does it and keeps the number that comes next. */
    @Override
    public boolean changesIdentity(Identity before, Identity after) {
        return false;
    }

    @Override
    public boolean changesSequenceTypes() {
        return false;
    }

    @Override
    public boolean comments() {
        return true;
    }
}

package dev.retort.dialect.sqlite;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.IdentifierRules;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides when SQLite treats two definitions as the same. */
final class SqliteComparison implements ComparisonRules {

    private final IdentifierRules names;
    private final SqliteTypes types;

    SqliteComparison(IdentifierRules names, SqliteTypes types) {
        this.names = names;
        this.types = types;
    }

    @Override
    public SchemaSnapshot normalize(SchemaSnapshot desired) {
        return new Reported().snapshot(desired);
    }

    /** Converts a snapshot to the form of the catalog. */
    private final class Reported extends SnapshotMapper {

        @Override
        public Table table(Table table) {
            return super.table(table).comment(null);
        }

        @Override
        protected Column column(Table table, Column column) {
            boolean nullable = column.nullable() && !table.isInPrimaryKey(column);
            boolean numbered = column.identity() != null
                    || (SqliteDdl.isWholeKey(table, column)
                            && !table.options().has(SqliteDdl.WITHOUT_ROWID)
                            && SqliteTypes.isRowNumber(types.render(column.type())));
            return column.typed(storedType(column))
                    .nullable(nullable)
                    .withDefault(DefaultText.read(column.defaultValue(), SqliteProvider.SYNTAX))
                    .asIdentity(numbered ? Identity.BY_DEFAULT : null)
                    .comment(null);
        }

        /** A part that is written as an expression may be a column, and may name its collation. */
        @Override
        protected Index index(Table table, Index index) {
            return index.parts(
                    index.parts().stream().map(SqliteComparison::normalize).toList());
        }

        @Override
        protected List<CheckConstraint> checks(Table table) {
            List<CheckConstraint> checks = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.type() instanceof EnumType list) {
                    checks.add(CheckConstraint.of(null, EnumAsText.condition(names.write(column.name()), list)));
                }
            }
            checks.addAll(super.checks(table));
            return checks;
        }
    }

    private static Index.Part normalize(Index.Part part) {
        return part.expression() && part.collation() == null
                ? IndexText.part(part.text()).descending(part.descending())
                : part;
    }

    @Override
    public String nameKey(String name) {
        return SqliteIdentifiers.key(name);
    }

    /** SQLite takes texts of any length, whatever their type says. */
    @Override
    public boolean sameType(Column desired, Column actual) {
        return SqliteTypes.withoutLength(storedType(desired)).equals(SqliteTypes.withoutLength(storedType(actual)));
    }

    /**
     * An identity column is an integer, whatever type was given: SQLite generates values for no other type, and its integers have 8 bytes.
     */
    private SqlType storedType(Column column) {
        return column.identity() == null ? types.canonical(column.type()) : StandardType.of(TypeKind.INTEGER);
    }

    /** A collation's name is compared without regard to case: https://www.sqlite.org/datatype3.html#collation */
    @Override
    public boolean sameCollation(Column desired, Column actual) {
        return collation(desired).equals(collation(actual));
    }

    private String collation(Column column) {
        return column.collation() == null
                ? "binary"
                : nameKey(column.collation().name());
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return DefaultText.same(stored(desired.defaultValue()), stored(actual.defaultValue()), SqliteProvider.SYNTAX);
    }

    /** SQLite's booleans are the numbers 0 and 1. */
    private static @Nullable DefaultValue stored(@Nullable DefaultValue value) {
        DefaultValue read = DefaultText.read(value, SqliteProvider.SYNTAX);
        return read instanceof DefaultValue.Literal literal && literal.value() instanceof Boolean truth
                ? new DefaultValue.Literal(truth ? 1 : 0)
                : read;
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return SqliteExpression.same(desired, actual);
    }

    /** SQLite looks up the referenced table when rows change, and has no statement that adds a foreign key later. */
    @Override
    public boolean allowsForwardReferences() {
        return true;
    }

    @Override
    public boolean comments() {
        return false;
    }
}

package dev.retort.dialect.mariadb;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What MariaDB reports differently from what it was told. */
class MariadbComparison implements ComparisonRules {

    private final SqlTypes types;
    private final MariadbFeatures features;
    private final MariadbSession session;

    MariadbComparison(SqlTypes types, MariadbFeatures features, MariadbSession session) {
        this.types = types;
        this.features = features;
        this.session = session;
    }

    @Override
    public SchemaSnapshot asReported(SchemaSnapshot desired) {
        return desired.with(desired.tables().stream().map(this::asReported).toList(), desired.sequences());
    }

    private Table asReported(Table table) {
        PrimaryKey key = table.primaryKey();
        List<String> keyColumns = key == null ? List.of() : key.columns();
        List<ForeignKey> foreignKeys =
                table.foreignKeys().stream().map(MariadbComparison::asReported).toList();
        List<UniqueConstraint> uniques = new ArrayList<>(table.uniqueConstraints());
        List<Index> indexes = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (MariadbIndexes.isUniqueConstraint(index)) {
                uniques.add(MariadbIndexes.uniqueConstraint(index));
            } else if (!MariadbIndexes.belongsToForeignKey(index, foreignKeys)) {
                indexes.add(asReported(index));
            }
        }
        return new Table(
                table.name(),
                table.columns().stream()
                        .map(column -> asReported(column, keyColumns))
                        .toList(),
                key == null ? null : new PrimaryKey(null, key.columns()),
                foreignKeys,
                uniques,
                table.checks(),
                indexes,
                emptyIsNone(table.comment()));
    }

    private Column asReported(Column column, List<String> keyColumns) {
        boolean mandatory = column.identity() != null || keyColumns.contains(column.name());
        return new Column(
                column.name(),
                types.canonical(column.type()),
                column.nullable() && !mandatory,
                column.defaultValue(),
                column.identity() == null ? null : Identity.BY_DEFAULT,
                emptyIsNone(column.comment()));
    }

    private Index asReported(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> new Index.Part(
                        part.expression() ? MariadbIndexes.quotedPrefix(part.text()) : part.text(),
                        part.expression(),
                        part.descending() && features.descendingIndexes()))
                .toList();
        return new Index(index.name(), parts, index.unique(), MariadbIndexes.methodOrUsual(index.method()), null);
    }

    /** InnoDB checks at once, so that RESTRICT and NO ACTION are the same. */
    static ForeignKey asReported(ForeignKey key) {
        return key.onDelete(withoutRestrict(key.onDelete())).onUpdate(withoutRestrict(key.onUpdate()));
    }

    private static ReferentialAction withoutRestrict(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public boolean mayServe(Index index, QualifiedName table, ForeignKey key) {
        return MariadbIndexes.mayServeUnnamed(index, table.name(), key);
    }

    private static @Nullable String emptyIsNone(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /** Of everything but tables, whose case may count: https://mariadb.com/kb/en/identifier-case-sensitivity/ */
    @Override
    public String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String tableKey(String name) {
        return session.foldsTableNames() ? nameKey(name) : name;
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        CollatedType wish = CollatedType.of(desired.type());
        CollatedType found = CollatedType.of(actual.type());
        return types.canonical(wish.type()).equals(types.canonical(found.type()))
                && wish.allows(found.collation() == null ? session.collation() : found.collation());
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return MariadbDefaults.same(desired, actual);
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return MariadbExpressions.same(desired, actual);
    }

    @Override
    public boolean indexNamesAreOfSchema() {
        return false;
    }

    @Override
    public boolean comments() {
        return true;
    }
}

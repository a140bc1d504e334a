package dev.retort.dialect.h2;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.HeldIndexes;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlExpression;
import dev.retort.sql.SqlSyntax;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When H2 takes two descriptions for the same. */
final class H2Comparison implements ComparisonRules {

    private final DatabaseVersion version;
    private final H2Identifiers names;
    private final SqlTypes types;
    private final H2Twin twin;

    H2Comparison(DatabaseVersion version, H2Identifiers names, SqlTypes types, H2Twin twin) {
        this.version = version;
        this.names = names;
        this.types = types;
        this.twin = twin;
    }

    /** What the catalog says of an action: before 2.4 H2 did not tell NO ACTION from RESTRICT. */
    static ReferentialAction reported(ReferentialAction action, DatabaseVersion version) {
        return action == ReferentialAction.RESTRICT && !version.atLeast(2, 4) ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public SchemaSnapshot asReported(SchemaSnapshot desired) {
        return new Reported().snapshot(twin.inOwnWords(desired));
    }

    /** The snapshot as the catalog would hold it. */
    private final class Reported extends SnapshotMapper {

        @Override
        protected QualifiedName name(QualifiedName name) {
            return new QualifiedName(folded(name.schema()), fold(name.name()));
        }

        @Override
        public Table table(Table table) {
            return super.table(table).comment(emptyAsNone(table.comment()));
        }

        @Override
        protected Column column(Table table, Column column) {
            PrimaryKey key = table.primaryKey();
            boolean required =
                    column.identity() != null || (key != null && key.columns().contains(column.name()));
            Generated generated = column.generated();
            return column.named(fold(column.name()))
                    .typed(reportedType(column.type()))
                    .nullable(column.nullable() && !required)
                    .withDefault(DefaultText.read(column.defaultValue(), SqlSyntax.COMMON))
                    .generated(generated == null ? null : new Generated(generated.expression(), true))
                    .comment(emptyAsNone(column.comment()));
        }

        @Override
        protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
            return key.named(folded(key.name())).columns(folded(key.columns()));
        }

        @Override
        protected UniqueConstraint uniqueConstraint(Table table, UniqueConstraint unique) {
            return unique.named(folded(unique.name())).columns(folded(unique.columns()));
        }

        @Override
        protected CheckConstraint check(Table table, CheckConstraint check) {
            return check.named(folded(check.name()));
        }

        @Override
        protected ForeignKey foreignKey(Table table, ForeignKey key) {
            return key.named(folded(key.name()))
                    .columns(folded(key.columns()))
                    .references(name(key.referredTable()), folded(key.referredColumns()))
                    .onDelete(reported(key.onDelete(), version))
                    .onUpdate(reported(key.onUpdate(), version));
        }

        @Override
        protected Index index(Table table, Index index) {
            List<Index.Part> parts = index.parts().stream()
                    .map(part -> part.expression() ? part : part.of(fold(part.text())))
                    .toList();
            return index.named(fold(index.name())).parts(parts);
        }
    }

    private SqlType reportedType(SqlType type) {
        SqlType canonical = types.canonical(type);
        return canonical instanceof EnumType list && list.name() != null
                ? new EnumType(new Reported().name(list.name()), list.values())
                : canonical;
    }

    /** One of several snapshot names for the same stored name: {@code CUSTOMERS} is {@code customers}. */
    private String fold(String name) {
        return names.fromCatalog(names.toCatalog(name));
    }

    private @Nullable String folded(@Nullable String name) {
        return name == null ? null : fold(name);
    }

    private List<String> folded(List<String> all) {
        return all.stream().map(this::fold).toList();
    }

    /** H2 takes an empty comment for none. */
    private static @Nullable String emptyAsNone(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    @Override
    public String nameKey(String name) {
        return names.key(name);
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        return reportedType(desired.type()).equals(reportedType(actual.type()));
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return DefaultText.same(
                H2SequenceDefault.unqualified(desired.defaultValue(), actual.defaultValue()),
                H2SequenceDefault.unqualified(actual.defaultValue(), desired.defaultValue()),
                SqlSyntax.COMMON);
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return SqlExpression.same(desired, actual, SqlSyntax.COMMON);
    }

    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return !KeyTypes.comparable(types.canonical(before), types.canonical(after));
    }

    /** "Index belongs to constraint", where the key was added after the index and has none of its own. */
    @Override
    public HeldIndexes heldIndexes() {
        return HeldIndexes.SAME;
    }

    @Override
    public boolean comments() {
        return true;
    }
}

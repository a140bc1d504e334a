package dev.retort.dialect.h2;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
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
        List<Table> worded = twin.inOwnWords(desired.tables(), desired.sequences());
        return desired.with(
                worded.stream().map(this::asReported).toList(),
                desired.sequences().stream()
                        .map(sequence -> new Sequence(named(sequence.name()), sequence.start(), sequence.increment()))
                        .toList());
    }

    private Table asReported(Table table) {
        PrimaryKey key = table.primaryKey();
        return new Table(
                named(table.name()),
                table.columns().stream().map(column -> asReported(column, key)).toList(),
                key == null ? null : new PrimaryKey(named(key.name()), named(key.columns())),
                table.foreignKeys().stream().map(this::asReported).toList(),
                table.uniqueConstraints().stream()
                        .map(unique -> new UniqueConstraint(named(unique.name()), named(unique.columns())))
                        .toList(),
                table.checks().stream()
                        .map(check -> new CheckConstraint(named(check.name()), check.expression()))
                        .toList(),
                table.indexes().stream().map(this::asReported).toList(),
                emptyAsNone(table.comment()));
    }

    private Column asReported(Column column, @Nullable PrimaryKey key) {
        boolean required =
                column.identity() != null || (key != null && key.columns().contains(column.name()));
        return new Column(
                fold(column.name()),
                reportedType(column.type()),
                column.nullable() && !required,
                DefaultText.read(column.defaultValue(), SqlSyntax.COMMON),
                column.identity(),
                emptyAsNone(column.comment()));
    }

    private ForeignKey asReported(ForeignKey key) {
        return new ForeignKey(
                named(key.name()),
                named(key.columns()),
                named(key.referredTable()),
                named(key.referredColumns()),
                reported(key.onDelete(), version),
                reported(key.onUpdate(), version));
    }

    private Index asReported(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> new Index.Part(
                        part.expression() ? part.text() : fold(part.text()), part.expression(), part.descending()))
                .toList();
        return new Index(fold(index.name()), parts, index.unique(), index.method(), index.where());
    }

    private SqlType reportedType(SqlType type) {
        SqlType canonical = types.canonical(type);
        return canonical instanceof EnumType list && list.name() != null
                ? new EnumType(named(list.name()), list.values())
                : canonical;
    }

    /** One of several snapshot names for the same stored name: {@code CUSTOMERS} is {@code customers}. */
    private String fold(String name) {
        return names.fromCatalog(names.toCatalog(name));
    }

    private @Nullable String named(@Nullable String name) {
        return name == null ? null : fold(name);
    }

    private List<String> named(List<String> all) {
        return all.stream().map(this::fold).toList();
    }

    private QualifiedName named(QualifiedName name) {
        return new QualifiedName(named(name.schema()), fold(name.name()));
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
    public boolean comments() {
        return true;
    }
}

package dev.retort.dialect.postgresql;

import dev.retort.dialect.ComparisonRules;
import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.OwnedSequence;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL reports differently from what it was told. */
final class PostgresqlComparison implements ComparisonRules {

    /** The access method of an index that names none. */
    private static final String USUAL_METHOD = "btree";

    private final PostgresqlTypes types;
    private final PostgresqlDdl ddl;
    private final ExpressionComparison expressions;
    private final DefaultComparison defaults;

    PostgresqlComparison(PostgresqlTypes types, PostgresqlDdl ddl) {
        this.types = types;
        this.ddl = ddl;
        this.expressions = new ExpressionComparison(types);
        this.defaults = new DefaultComparison(types, expressions);
    }

    @Override
    public SchemaSnapshot asReported(SchemaSnapshot desired) {
        List<OwnedSequence> owned = new ArrayList<>();
        desired.tables()
                .forEach(table -> table.columns()
                        .forEach(column -> identity(column)
                                .ifPresent(identity -> owned.add(sequence(table.name(), column.name(), identity)))));
        return desired.with(
                        desired.tables().stream().map(this::asReported).toList(),
                        desired.sequences().stream()
                                .map(sequence ->
                                        new Sequence(cut(sequence.name()), sequence.start(), sequence.increment()))
                                .toList())
                .owning(owned);
    }

    /** How a column is numbered, be it said or be it a type of the SERIAL family. */
    private static Optional<Identity> identity(Column column) {
        return PostgresqlTypes.isSerial(column.type())
                ? Optional.of(Identity.BY_DEFAULT)
                : Optional.ofNullable(column.identity());
    }

    /** The sequence that a numbered column brings along. */
    private static OwnedSequence sequence(QualifiedName table, String column, Identity identity) {
        String name = PostgresqlIdentifiers.sequenceOf(table.name(), column);
        return new OwnedSequence(
                new Sequence(cut(table.sibling(name)), identity.start(), identity.increment()),
                cut(table),
                PostgresqlIdentifiers.cut(column));
    }

    private Table asReported(Table table) {
        PrimaryKey key = primaryKey(table);
        List<String> keyColumns = key == null ? List.of() : key.columns();
        List<CheckConstraint> checks = new ArrayList<>();
        for (Column column : table.columns()) {
            if (column.type() instanceof EnumType words && words.name() == null) {
                checks.add(new CheckConstraint(null, ddl.wordsCondition(column.name(), words)));
            }
        }
        table.checks().forEach(check -> checks.add(new CheckConstraint(cutOrNull(check.name()), check.expression())));
        return new Table(
                cut(table.name()),
                table.columns().stream()
                        .map(column -> asReported(column, keyColumns))
                        .toList(),
                key,
                table.foreignKeys().stream()
                        .map(PostgresqlComparison::asReported)
                        .toList(),
                uniqueConstraints(table, key),
                checks,
                table.indexes().stream().map(PostgresqlComparison::asReported).toList(),
                emptyIsNone(table.comment()));
    }

    private Column asReported(Column column, List<String> keyColumns) {
        String name = PostgresqlIdentifiers.cut(column.name());
        Identity identity = identity(column).orElse(null);
        boolean mandatory = identity != null || keyColumns.contains(name);
        return new Column(
                name,
                types.reported(column.type()),
                column.nullable() && !mandatory,
                column.defaultValue(),
                identity,
                emptyIsNone(column.comment()));
    }

    /** A unique constraint over the key's columns becomes part of the key and gives it its name if it has none. */
    private static @Nullable PrimaryKey primaryKey(Table table) {
        PrimaryKey key = table.primaryKey();
        if (key == null) {
            return null;
        }
        String name = key.name();
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            if (name == null && unique.columns().equals(key.columns())) {
                name = unique.name();
            }
        }
        return new PrimaryKey(cutOrNull(name), cut(key.columns()));
    }

    private static List<UniqueConstraint> uniqueConstraints(Table table, @Nullable PrimaryKey key) {
        List<UniqueConstraint> kept = new ArrayList<>();
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            UniqueConstraint stored = new UniqueConstraint(cutOrNull(unique.name()), cut(unique.columns()));
            boolean repeated = key != null && key.columns().equals(stored.columns());
            for (int i = 0; i < kept.size() && !repeated; i++) {
                if (kept.get(i).columns().equals(stored.columns())) {
                    repeated = true;
                    kept.set(i, kept.get(i).name() == null ? stored : kept.get(i));
                }
            }
            if (!repeated) {
                kept.add(stored);
            }
        }
        return kept;
    }

    private static ForeignKey asReported(ForeignKey key) {
        return new ForeignKey(
                cutOrNull(key.name()),
                cut(key.columns()),
                cut(key.referredTable()),
                cut(key.referredColumns()),
                key.onDelete(),
                key.onUpdate());
    }

    private static Index asReported(Index index) {
        List<Index.Part> parts = index.parts().stream()
                .map(part -> part.expression()
                        ? part
                        : new Index.Part(PostgresqlIdentifiers.cut(part.text()), false, part.descending()))
                .toList();
        String method = USUAL_METHOD.equalsIgnoreCase(index.method()) ? null : index.method();
        return new Index(PostgresqlIdentifiers.cut(index.name()), parts, index.unique(), method, index.where());
    }

    private static QualifiedName cut(QualifiedName name) {
        return new QualifiedName(cutOrNull(name.schema()), PostgresqlIdentifiers.cut(name.name()));
    }

    private static List<String> cut(List<String> names) {
        return names.stream().map(PostgresqlIdentifiers::cut).toList();
    }

    private static @Nullable String cutOrNull(@Nullable String name) {
        return name == null ? null : PostgresqlIdentifiers.cut(name);
    }

    private static @Nullable String emptyIsNone(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    /** The server cuts what is too long. */
    @Override
    public String nameKey(String name) {
        return PostgresqlIdentifiers.cut(name);
    }

    /** Who names no collation leaves it to the database. */
    @Override
    public boolean sameType(Column desired, Column actual) {
        return sameBareType(desired, actual) && sameCollation(desired.type(), actual.type());
    }

    private static boolean sameCollation(SqlType desired, SqlType actual) {
        return PostgresqlTypes.collation(desired)
                .map(wish -> PostgresqlTypes.collation(actual)
                        .map(found -> found.answers(wish))
                        .orElse(wish.usual()))
                .orElse(true);
    }

    /** A change of type resets the collation unless it names one: https://www.postgresql.org/docs/current/sql-altertable.html */
    @Override
    public SqlType retyped(SqlType desired, SqlType actual) {
        return PostgresqlTypes.collation(actual)
                .filter(found -> PostgresqlTypes.collation(desired).isEmpty())
                .filter(found -> TypeConversion.collatable(types.canonical(desired)))
                .<SqlType>map(found -> new NativeType(types.render(desired) + found.clause()))
                .orElse(desired);
    }

    private boolean sameBareType(Column desired, Column actual) {
        SqlType wanted = types.canonical(desired.type());
        SqlType found = types.canonical(actual.type());
        if (namesAnUnknownType(wanted) && !namesAnUnknownType(found)) {
            // Whoever writes only the name of an enum type leaves its words to the database.
            return wanted.equals(types.canonical(types.parse(types.render(found))));
        }
        return sameWords(wanted, found) || wanted.equals(found);
    }

    /** The order of a type's words says nothing about the values, and no statement changes it. */
    private static boolean sameWords(SqlType wanted, SqlType found) {
        if (wanted instanceof ArrayType one && found instanceof ArrayType other) {
            return sameWords(one.element(), other.element());
        }
        return wanted instanceof EnumType one
                && found instanceof EnumType other
                && one.name() != null
                && one.name().equals(other.name())
                && Set.copyOf(one.values()).equals(Set.copyOf(other.values()));
    }

    private static boolean namesAnUnknownType(SqlType type) {
        return type instanceof ArrayType array ? namesAnUnknownType(array.element()) : type instanceof NativeType;
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        DefaultValue wanted = defaults.read(desired);
        DefaultValue found = defaults.read(actual);
        if (wanted == null || found == null) {
            return Objects.equals(wanted, found);
        }
        return defaults.same(wanted, found, actual.type());
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return sameExpression(desired, actual, List.of());
    }

    @Override
    public boolean sameExpression(String desired, String actual, List<Column> columns) {
        return expressions.same(desired, actual, columns);
    }

    @Override
    public boolean comments() {
        return true;
    }
}

package dev.retort.runtime;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Dialect;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.NameLimit;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table in the catalog, which tells whether operations took effect. A desired and an actual definition are the same if comparing them
 * finds no difference, because a comparison knows how a database reports definitions.
 */
final class FoundTable {

    private final Table table;
    private final ComparisonRules rules;
    private final SchemaComparator comparator;

    FoundTable(Dialect dialect, Connection connection, Table table) {
        this.table = table;
        this.rules = dialect.comparison();
        this.comparator =
                new SchemaComparator(dialect).asking(dialect.normalizer().on(connection));
    }

    /** Whether this is the table that the statement creates, and not an older one. */
    Effect created(Table desired) {
        return Effect.of(false, same(withoutOwnStatements(desired).named(table.name()), withoutOwnStatements(table)));
    }

    /** Indexes and comments are created by separate statements. */
    private static Table withoutOwnStatements(Table whole) {
        Table bare = Table.of(
                whole.name(),
                Stream.concat(whole.columns().stream(), whole.constraints().stream())
                        .map(FoundTable::withoutComment)
                        .toList());
        return bare.options(whole.options()).partitioning(whole.partitioning()).inherits(whole.inherits());
    }

    private static TableElement withoutComment(TableElement element) {
        if (element instanceof Column column) {
            return column.comment(null);
        }
        if (element instanceof UniqueConstraint unique) {
            return unique.comment(null);
        }
        if (element instanceof ExclusionConstraint exclusion) {
            return exclusion.comment(null);
        }
        return element instanceof Index index ? index.comment(null) : element;
    }

    Effect commented(@Nullable String comment) {
        Table nothing = named(List.of());
        return Effect.of(same(nothing.comment(comment), nothing.comment(table.comment())));
    }

    // columns

    /** The column that a statement finds by a name. */
    Optional<Column> column(String name) {
        return table.columns().stream()
                .filter(column -> sameName(column.name(), name))
                .findFirst();
    }

    Effect added(Column desired) {
        return column(desired.name())
                .map(found -> Effect.of(false, same(normalize(desired).comment(null), found.comment(null))))
                .orElse(Effect.ABSENT);
    }

    /** Separately, because an enum may come with a check. */
    private Column normalize(Column desired) {
        SchemaSnapshot alone = SchemaSnapshot.of(named(List.of(desired)));
        return rules.normalize(alone).tables().get(0).columns().get(0);
    }

    Effect altered(AlterColumn operation) {
        return column(operation.column())
                .map(found -> altered(operation, found))
                .orElse(Effect.UNKNOWN);
    }

    private Effect altered(AlterColumn operation, Column found) {
        if (same(operation.appliedTo(found), found)) {
            return Effect.PRESENT;
        }
        boolean asBefore = operation.changes().stream().allMatch(FoundTable::isForetold)
                || operation
                        .reverse()
                        .map(AlterColumn.class::cast)
                        .filter(back -> same(back.appliedTo(found), found))
                        .isPresent();
        return asBefore ? Effect.ABSENT : Effect.UNKNOWN;
    }

    /** Whether it is known how the change is reported; a type or an expression in the database's own syntax may be reported differently. */
    private static boolean isForetold(ColumnChange change) {
        return change instanceof ColumnChange.Type type
                ? !(type.to() instanceof NativeType)
                : !(change instanceof ColumnChange.Default value && value.to() instanceof DefaultValue.Expression);
    }

    /** Together with the other columns, which the expression of a generated column may use. */
    private boolean same(Column desired, Column found) {
        List<TableElement> others = new ArrayList<>(table.columns());
        others.removeIf(column -> column instanceof Column other && other.name().equals(found.name()));
        PrimaryKey key = table.primaryKey();
        if (key != null) {
            others.add(key);
        }
        return same(named(others, List.of(desired.named(found.name()))), named(others, List.of(found)));
    }

    // constraints and indexes

    /** Whether a constraint or an index with a name, or a primary key, was created. */
    Effect made(TableElement desired) {
        List<TableElement> namesakes = namesakes(desired);
        List<TableElement> others = new ArrayList<>(table.columns());
        // They may keep an index from being reported.
        others.addAll(table.foreignKeys());
        others.removeAll(namesakes);
        PrimaryKey key = table.primaryKey();
        if (key != null && !(desired instanceof PrimaryKey)) {
            others.add(key);
        }
        List<TableElement> found =
                namesakes.stream().map(FoundTable::withoutComment).toList();
        return Effect.of(
                namesakes.isEmpty(), same(named(others, List.of(withoutComment(desired))), named(others, found)));
    }

    private List<TableElement> namesakes(TableElement desired) {
        return keysAndIndexes()
                .filter(found -> desired instanceof PrimaryKey
                        ? found instanceof PrimaryKey
                        : areAlike(desired, found) && sameName(name(desired), name(found)))
                .toList();
    }

    /** Some databases do not distinguish a unique constraint from a unique index. */
    private static boolean areAlike(TableElement one, TableElement other) {
        return one.getClass() == other.getClass() || (isUnique(one) && isUnique(other));
    }

    private static boolean isUnique(TableElement element) {
        return element instanceof UniqueConstraint || (element instanceof Index index && index.unique());
    }

    Effect dropped(DropConstraint operation) {
        Constraint was = operation.was();
        if (was instanceof PrimaryKey) {
            return Effect.of(table.primaryKey() == null);
        }
        List<TableElement> namesakes = keysAndIndexes()
                .filter(found -> found instanceof Constraint || isUnique(found))
                .filter(found -> sameName(operation.name(), name(found, operation)))
                .toList();
        Class<?> kind = was == null ? Constraint.class : was.getClass();
        return Effect.of(namesakes.stream().anyMatch(kind::isInstance), namesakes.isEmpty());
    }

    /** Its name, or the one by which it is dropped if it has none. */
    private static @Nullable String name(TableElement found, DropConstraint operation) {
        return found instanceof Constraint constraint && constraint.name() == null
                ? operation
                        .naming()
                        .name(operation.table(), constraint, NameLimit.NONE)
                        .orElse(null)
                : name(found);
    }

    Effect dropped(DropIndex operation) {
        if (table.indexes().stream().anyMatch(index -> sameName(index.name(), operation.name()))) {
            return Effect.ABSENT;
        }
        List<Effect> concealed = concealed(operation.name())
                .map(this::made)
                .filter(effect -> effect != Effect.ABSENT)
                .toList();
        return Effect.of(concealed.contains(Effect.PRESENT), concealed.isEmpty());
    }

    /** The indexes of a name that some databases report as a unique constraint, or not at all because they serve a foreign key. */
    private Stream<Index> concealed(String name) {
        Stream<Index> unique = table.uniqueConstraints().stream()
                .filter(constraint -> sameName(constraint.name(), name))
                .map(constraint -> index(name, constraint.columns()).asUnique().options(constraint.options()));
        Stream<Index> serving = table.foreignKeys().stream().map(key -> index(name, key.columns()));
        return Stream.concat(unique, serving);
    }

    private static Index index(String name, List<String> columns) {
        return Index.of(name, columns.toArray(String[]::new));
    }

    /** Whether there is an index that an interrupted statement has left, which the next attempt replaces. */
    boolean hasInvalid(Index desired) {
        return table.indexes().stream().anyMatch(found -> !found.valid() && sameName(found.name(), desired.name()));
    }

    /** Whether a constraint or an index was renamed. */
    Effect renamed(String from, String to) {
        return Effect.of(
                keysAndIndexes().anyMatch(found -> sameName(name(found), from)),
                keysAndIndexes().anyMatch(found -> sameName(name(found), to)));
    }

    private Stream<TableElement> keysAndIndexes() {
        return Stream.concat(table.constraints().stream(), table.indexes().stream());
    }

    private static @Nullable String name(TableElement element) {
        return element instanceof Index index ? index.name() : ((Constraint) element).name();
    }

    // equality

    private boolean sameName(@Nullable String one, @Nullable String other) {
        return one != null && other != null && rules.nameKey(one).equals(rules.nameKey(other));
    }

    private Table named(List<TableElement> elements) {
        return Table.of(table.name(), elements).options(table.options());
    }

    private Table named(List<TableElement> elements, List<TableElement> more) {
        return named(Stream.concat(elements.stream(), more.stream()).toList());
    }

    private boolean same(Table desired, Table found) {
        return comparator
                .compare(SchemaSnapshot.of(desired), SchemaSnapshot.of(found), all -> true)
                .isEmpty();
    }
}

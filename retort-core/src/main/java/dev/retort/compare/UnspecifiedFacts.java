package dev.retort.compare;

import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NormalForms;
import dev.retort.operation.ConstraintWords;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fills a desired schema from a source that cannot say everything, such as entities, with what the database has: what the source leaves
 * unsaid stays as it is.
 */
final class UnspecifiedFacts extends SnapshotMapper {

    private final SchemaSnapshot actual;
    private final Dialect dialect;
    private final ComparisonRules rules;
    private final Function<Collection<Definition>, NormalForms> server;
    private final KnownEqualities known;
    private final Map<QualifiedName, Sequence> sequences = new HashMap<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<KeptColumn> columns = new ArrayList<>();
    private final List<Kept> kept = new ArrayList<>();

    /** A column with properties that stay as they are. */
    private record KeptColumn(QualifiedName table, Column column) {}

    /** A constraint or an index that stays, or has properties that stay as they are. */
    private record Kept(QualifiedName table, TableElement element) {}

    /**
     * Fills from a database.
     *
     * @param server answers the normal forms of definitions
     * @param known the equalities for which it need not be asked
     */
    UnspecifiedFacts(
            SchemaSnapshot actual,
            Dialect dialect,
            Function<Collection<Definition>, NormalForms> server,
            KnownEqualities known) {
        this.actual = actual;
        this.dialect = dialect;
        this.rules = dialect.comparison();
        this.server = server;
        this.known = known;
        actual.objects(Sequence.class).forEach(sequence -> sequences.put(sequence.name(), sequence));
    }

    /** Reports what stays as it is although it is not desired. */
    void addNotices(Changes changes) {
        for (Table table : tables) {
            changes.leftMore("table " + table.name(), String.join(", ", TableWords.of(table)));
        }
        for (KeptColumn more : columns) {
            changes.leftMore(
                    ColumnComparator.called(more.table(), more.column()),
                    String.join(", ", TableWords.of(more.column())));
        }
        for (Kept more : kept) {
            changes.leftMore(
                    ConstraintWords.called(more.element()) + " of " + more.table(),
                    more.element() instanceof ExclusionConstraint exclusion
                            ? ConstraintWords.inFull(exclusion)
                            : String.join(", ", BeyondStandard.in(more.element())));
        }
    }

    private <E extends TableElement> E kept(Table table, E desired, E filled) {
        if (!filled.equals(desired)) {
            kept.add(new Kept(table.name(), filled));
        }
        return filled;
    }

    private Stream<Table> found(Table table) {
        return actual.table(table.name()).stream();
    }

    @Override
    public Table table(Table table) {
        return found(table)
                .findFirst()
                .map(found -> filled(table, found))
                .map(filled -> super.table(keptTable(table, filled)))
                .orElse(table);
    }

    private static Table filled(Table table, Table found) {
        return table.options(filled(table.options(), found.options()))
                .partitioning(table.partitioning() == null ? found.partitioning() : table.partitioning())
                .inherits(table.inherits().isEmpty() ? found.inherits() : table.inherits());
    }

    private Table keptTable(Table desired, Table filled) {
        if (!filled.equals(desired)) {
            tables.add(filled);
        }
        return filled;
    }

    @Override
    protected Column column(Table table, Column column) {
        return found(table)
                .flatMap(found -> found.column(column.name()).stream())
                .findFirst()
                .map(found -> kept(table, column, filled(column, found)))
                .orElse(column);
    }

    private Column kept(Table table, Column desired, Column filled) {
        if (!TableWords.of(filled).equals(TableWords.of(desired))) {
            columns.add(new KeptColumn(table.name(), filled));
        }
        return filled;
    }

    private Column filled(Column column, Column found) {
        boolean saysHow = column.characterSet() != null || column.collation() != null;
        return column.characterSet(saysHow ? column.characterSet() : found.characterSet())
                .collate(saysHow ? column.collation() : found.collation())
                .asIdentity(filled(column, rules.identity(column), found.identity()))
                .invisible(column.invisible() || found.invisible())
                .options(filled(column.options(), found.options()));
    }

    /** A source that only says that a column is an identity column leaves its options to the database. */
    private static @Nullable Identity filled(Column column, @Nullable Identity desired, @Nullable Identity found) {
        if (desired == null || found == null) {
            return column.identity();
        }
        return desired.equals(Identity.BY_DEFAULT)
                ? found
                : new Identity(desired.always(), filled(desired.options(), found.options()));
    }

    private static SequenceOptions filled(SequenceOptions options, SequenceOptions found) {
        return options.between(min(options, found), max(options, found))
                .cache(options.cache() == null ? found.cache() : options.cache())
                .cycle(options.cycle() || found.cycle());
    }

    /** The minimum stays unless it is above the start. */
    private static @Nullable Long min(SequenceOptions options, SequenceOptions found) {
        Long least = found.least();
        boolean stays = options.min() == null && least != null && least <= options.start();
        return stays && !Objects.equals(least, options.least()) ? least : options.min();
    }

    /** The maximum stays unless it is below the start. */
    private static @Nullable Long max(SequenceOptions options, SequenceOptions found) {
        Long greatest = found.greatest();
        boolean stays = options.max() == null && greatest != null && greatest >= options.start();
        return stays && !Objects.equals(greatest, options.greatest()) ? greatest : options.max();
    }

    private static Options filled(Options options, Options found) {
        return options.isEmpty() ? found : options;
    }

    @Override
    protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
        return found(table)
                .flatMap(found -> Optional.ofNullable(found.primaryKey()).stream())
                .filter(found -> found.columns().equals(key.columns()))
                .findFirst()
                .map(found -> kept(table, key, filled(key, found)))
                .orElse(key);
    }

    private static PrimaryKey filled(PrimaryKey key, PrimaryKey found) {
        return key.including(filled(key.included(), found.included()))
                .deferrability(filled(key.deferrability(), found.deferrability()));
    }

    private static List<String> filled(List<String> columns, List<String> found) {
        return columns.isEmpty() ? found : columns;
    }

    private static Deferrability filled(Deferrability deferrability, Deferrability found) {
        return deferrability == Deferrability.NOT_DEFERRABLE ? found : deferrability;
    }

    @Override
    protected UniqueConstraint uniqueConstraint(Table table, UniqueConstraint unique) {
        Predicate<UniqueConstraint> same =
                found -> isNamed(unique, found) && found.columns().equals(unique.columns());
        return found(table)
                .flatMap(found -> found.uniqueConstraints().stream().filter(same))
                .findFirst()
                .map(found -> kept(table, unique, filled(unique, found)))
                .orElse(unique);
    }

    private static UniqueConstraint filled(UniqueConstraint unique, UniqueConstraint found) {
        return unique.including(filled(unique.included(), found.included()))
                .nullsDistinct(unique.nullsDistinct() && found.nullsDistinct())
                .deferrability(filled(unique.deferrability(), found.deferrability()))
                .comment(unique.comment() == null ? found.comment() : unique.comment())
                .options(filled(unique.options(), found.options()));
    }

    /** Whether an actual constraint may be the desired one. */
    private static boolean isNamed(Constraint desired, Constraint found) {
        return desired.name() == null || found.name() == null || desired.name().equals(found.name());
    }

    /** Actual ones stay unless the source names any or one of their columns is dropped. */
    @Override
    protected List<ExclusionConstraint> exclusionConstraints(Table table) {
        if (!table.exclusionConstraints().isEmpty()) {
            return table.exclusionConstraints();
        }
        List<ExclusionConstraint> staying = found(table)
                .flatMap(found -> found.exclusionConstraints().stream()
                        .filter(exclusion -> found.columns().stream()
                                .filter(column -> table.column(column.name()).isEmpty())
                                .noneMatch(gone -> speaksOf(exclusion, gone.name()))))
                .toList();
        staying.forEach(exclusion -> kept.add(new Kept(table.name(), exclusion)));
        return staying;
    }

    private static boolean speaksOf(ExclusionConstraint exclusion, String column) {
        return exclusion.included().contains(column)
                || exclusion.parts().stream()
                        .anyMatch(part -> part.expression()
                                ? NotGeneratedColumns.speaksOf(part.text(), column)
                                : part.text().equals(column))
                || (exclusion.where() != null && NotGeneratedColumns.speaksOf(exclusion.where(), column));
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        return found(table)
                .flatMap(found -> found.checks().stream()
                        .filter(UnspecifiedFacts::isUnusual)
                        .filter(other -> check.name() == null
                                ? sameCondition(check, other, found)
                                : check.name().equals(other.name())))
                .findFirst()
                .map(found -> check.validated(found.validated())
                        .enforced(found.enforced())
                        .inherited(found.inherited()))
                .map(filled -> kept(table, check, filled))
                .orElse(check);
    }

    private boolean sameCondition(CheckConstraint check, CheckConstraint other, Table found) {
        if (rules.sameExpression(check.expression(), other.expression())) {
            return true;
        }
        Definition definition = Definition.ofCheck(check, found, dialect);
        Definition there = Definition.ofCheck(other, found, dialect);
        if (known.has(definition, there)) {
            return true;
        }
        boolean same = server.apply(List.of(definition))
                .of(definition, CheckConstraint.class)
                .filter(form -> form.expression().equals(other.expression()))
                .isPresent();
        if (same) {
            known.add(definition, there);
        }
        return same;
    }

    private static boolean isUnusual(CheckConstraint check) {
        return !(check.validated() && check.enforced() && check.inherited());
    }

    @Override
    protected ForeignKey foreignKey(Table table, ForeignKey key) {
        Predicate<ForeignKey> same = found -> isNamed(key, found)
                && found.columns().equals(key.columns())
                && found.referredTable().equals(key.referredTable());
        return found(table)
                .flatMap(found -> found.foreignKeys().stream().filter(same))
                .findFirst()
                .map(found -> kept(table, key, filled(key, found)))
                .orElse(key);
    }

    private static ForeignKey filled(ForeignKey key, ForeignKey found) {
        return key.match(key.match() == Match.SIMPLE ? found.match() : key.match())
                .deferrability(filled(key.deferrability(), found.deferrability()))
                .validated(key.validated() && found.validated())
                .setColumns(
                        key.onDelete() == found.onDelete()
                                ? filled(key.setColumns(), found.setColumns())
                                : key.setColumns());
    }

    @Override
    protected Index index(Table table, Index index) {
        return found(table)
                .flatMap(found -> found.indexes().stream())
                .filter(found -> found.name().equals(index.name()) && isOver(index, found))
                .findFirst()
                .map(found -> kept(table, index, filled(index, found)))
                .orElse(index);
    }

    /** Whether an actual index has the same parts, as far as names tell. */
    private static boolean isOver(Index index, Index found) {
        return Objects.equals(index.method(), found.method()) && columns(index).equals(columns(found));
    }

    private static List<String> columns(Index index) {
        return index.parts().stream()
                .map(part -> part.expression() ? "" : part.text())
                .toList();
    }

    private static Index filled(Index index, Index found) {
        List<Index.Part> parts = index.parts();
        return index.parts(Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
                        .map(i -> filled(parts.get(i), found.parts().get(i)))
                        .toList())
                .including(filled(index.included(), found.included()))
                .nullsDistinct(index.nullsDistinct() && found.nullsDistinct())
                .comment(index.comment() == null ? found.comment() : index.comment())
                .options(filled(index.options(), found.options()));
    }

    private static Index.Part filled(Index.Part part, Index.Part found) {
        return part.collate(part.collation() == null ? found.collation() : part.collation())
                .operatorClass(part.operatorClass() == null ? found.operatorClass() : part.operatorClass())
                .nulls(part.nulls() == null ? found.nulls() : part.nulls());
    }

    @Override
    protected Sequence sequence(Sequence sequence) {
        Sequence found = sequences.get(sequence.name());
        return found == null ? sequence : filled(sequence, found);
    }

    /** A sequence with the options that another one of its name has in addition. */
    static Sequence filled(Sequence sequence, Sequence found) {
        return sequence.typed(sequence.type() == null ? found.type() : sequence.type())
                .options(filled(sequence.options(), found.options()));
    }
}

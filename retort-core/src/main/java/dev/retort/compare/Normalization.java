package dev.retort.compare;

import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Says a desired schema in the server's own words where its text is not that of the actual one. A definition is asked for with the columns
 * as the database has them: only so is it reported as the actual one is.
 */
final class Normalization extends SnapshotMapper {

    private final SchemaSnapshot actual;
    private final Dialect dialect;
    private final NormalForms forms;
    private final Set<Definition> unequal = new LinkedHashSet<>();

    private Normalization(SchemaSnapshot actual, Dialect dialect, NormalForms forms) {
        this.actual = actual;
        this.dialect = dialect;
        this.forms = forms;
    }

    /**
     * The desired schema in the server's words; as it is on a database that is never asked.
     *
     * @param server answers the normal forms of definitions
     */
    static SchemaSnapshot of(
            SchemaSnapshot desired,
            SchemaSnapshot actual,
            Dialect dialect,
            Function<Collection<Definition>, NormalForms> server) {
        if (dialect.normalizer() == Normalizer.NONE) {
            return desired;
        }
        Normalization asking = new Normalization(actual, dialect, NormalForms.NOT_ASKED);
        SchemaSnapshot unchanged = asking.snapshot(desired);
        NormalForms forms = asking.unequal.isEmpty() ? NormalForms.NOT_ASKED : server.apply(asking.unequal);
        return forms.byDefinition().isEmpty() ? unchanged : new Normalization(actual, dialect, forms).snapshot(desired);
    }

    @Override
    protected Column column(Table table, Column column) {
        Table found = actual.table(table.name()).orElse(null);
        Column before = found == null ? null : found.column(column.name()).orElse(null);
        return found == null || before == null ? column : value(type(column, before), before, found);
    }

    /** A type by a name that the server may have another one for. */
    private Column type(Column column, Column before) {
        if (!(column.type() instanceof NativeType) || dialect.comparison().sameType(column, before)) {
            return column;
        }
        return form(Definition.ofType(column.type()), Column.class)
                .map(form -> column.typed(form.type()))
                .orElse(column);
    }

    private Column value(Column column, Column before, Table found) {
        boolean has = column.defaultValue() != null || column.generated() != null || column.onUpdate() != null;
        boolean same = Objects.equals(column.defaultValue(), before.defaultValue())
                && Objects.equals(column.generated(), before.generated())
                && Objects.equals(column.onUpdate(), before.onUpdate());
        if (!has || same) {
            return column;
        }
        return form(Definition.ofValue(column.typed(before.type()), found, dialect), Column.class)
                .map(form -> column.withDefault(form.defaultValue())
                        .generated(form.generated())
                        .onUpdateSql(form.onUpdate()))
                .orElse(column);
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        Table found = actual.table(table.name()).orElse(null);
        if (found == null
                || found.checks().isEmpty()
                || found.checks().stream().anyMatch(other -> other.expression().equals(check.expression()))) {
            return check;
        }
        return form(Definition.ofCheck(check, asFound(table, found), dialect), CheckConstraint.class)
                .map(form -> check.expression(form.expression()))
                .orElse(check);
    }

    /** Its index is one as any other. */
    @Override
    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        Table found = actual.table(table.name()).orElse(null);
        if (found == null
                || found.exclusionConstraints().isEmpty()
                || found.exclusionConstraints().stream().anyMatch(other -> hasTexts(other, exclusion))) {
            return exclusion;
        }
        Index index = Index.of("", exclusion.parts()).using(exclusion.method()).where(exclusion.where());
        return form(Definition.ofIndex(index, asFound(table, found), dialect), Index.class)
                .map(form -> exclusion.parts(form.parts()).where(form.where()))
                .orElse(exclusion);
    }

    private static boolean hasTexts(ExclusionConstraint one, ExclusionConstraint other) {
        return one.parts().equals(other.parts()) && Objects.equals(one.where(), other.where());
    }

    @Override
    protected Index index(Table table, Index index) {
        Table found = actual.table(table.name()).orElse(null);
        Index before = found == null
                ? null
                : found.indexes().stream()
                        .filter(other -> other.name().equals(index.name()))
                        .findFirst()
                        .orElse(null);
        if (found == null
                || before == null
                || (index.parts().equals(before.parts()) && Objects.equals(index.where(), before.where()))) {
            return index;
        }
        return form(Definition.ofIndex(index, asFound(table, found), dialect), Index.class)
                .map(form -> index.parts(form.parts()).where(form.where()))
                .orElse(index);
    }

    /** The desired table with the columns that the database has as they are there. */
    private static Table asFound(Table table, Table found) {
        List<Column> columns = table.columns().stream()
                .map(column -> found.column(column.name()).orElse(column))
                .toList();
        return table.columns(columns);
    }

    private <T extends TableElement> Optional<T> form(Definition definition, Class<T> kind) {
        unequal.add(definition);
        return forms.of(definition, kind);
    }
}

package dev.retort.testkit;

import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NormalForms;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Converts the conditions, generated columns, defaults and indexed expressions of a schema to the server's normal form, if the dialect has
 * a normalizer.
 */
final class ServerWords extends SnapshotMapper {

    private final Dialect dialect;
    private final NormalForms forms;

    private ServerWords(Dialect dialect, NormalForms forms) {
        this.dialect = dialect;
        this.forms = forms;
    }

    static SchemaSnapshot of(LiveSchema live, SchemaSnapshot desired) throws SQLException {
        Dialect dialect = live.dialect();
        List<Definition> asked = new ArrayList<>();
        for (Table table : desired.tables()) {
            table.checks().forEach(check -> asked.add(Definition.ofCheck(check, table, dialect)));
            Stream.concat(
                            table.indexes().stream(),
                            table.exclusionConstraints().stream().map(ServerWords::asIndex))
                    .filter(ServerWords::hasText)
                    .forEach(index -> asked.add(Definition.ofIndex(index, table, dialect)));
            table.columns().stream()
                    .filter(ServerWords::hasText)
                    .forEach(column -> asked.add(Definition.ofValue(column, table, dialect)));
        }
        NormalForms forms =
                asked.isEmpty() ? NormalForms.NOT_ASKED : dialect.normalizer().normalize(live.connection(), asked);
        return new ServerWords(dialect, forms).snapshot(desired);
    }

    private static boolean hasText(Column column) {
        return column.generated() != null
                || column.onUpdate() != null
                || column.defaultValue() instanceof DefaultValue.Expression;
    }

    private static boolean hasText(Index index) {
        return index.where() != null || index.parts().stream().anyMatch(Index.Part::expression);
    }

    private static Index asIndex(ExclusionConstraint exclusion) {
        return Index.of("", exclusion.parts()).using(exclusion.method()).where(exclusion.where());
    }

    @Override
    protected Column column(Table table, Column column) {
        return forms.of(Definition.ofValue(column, table, dialect), Column.class)
                .map(form -> column.withDefault(form.defaultValue())
                        .generated(form.generated())
                        .onUpdateSql(form.onUpdate()))
                .orElse(column);
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        return forms.of(Definition.ofCheck(check, table, dialect), CheckConstraint.class)
                .map(form -> check.expression(form.expression()))
                .orElse(check);
    }

    @Override
    protected Index index(Table table, Index index) {
        return forms.of(Definition.ofIndex(index, table, dialect), Index.class)
                .map(form -> index.parts(asDesired(index.parts(), form.parts())).where(form.where()))
                .orElse(index);
    }

    @Override
    protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
        return forms.of(Definition.ofIndex(asIndex(exclusion), table, dialect), Index.class)
                .map(form -> exclusion
                        .parts(asDesired(exclusion.parts(), form.parts()))
                        .where(form.where()))
                .orElse(exclusion);
    }

    private static List<Index.Part> asDesired(List<Index.Part> parts, List<Index.Part> forms) {
        List<Index.Part> asDesired = new ArrayList<>();
        for (Index.Part part : parts) {
            asDesired.add(
                    part.expression() ? part.of(forms.get(asDesired.size()).text()) : part);
        }
        return asDesired;
    }
}

package dev.retort.testkit;

import dev.retort.dialect.Definition;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.NormalForms;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Puts the conditions, computations and defaults of a schema into the words of the server, where the dialect's normalizer asks it. */
final class ServerWords extends SnapshotMapper {

    private final Dialect dialect;
    private final NormalForms forms;

    private ServerWords(Dialect dialect, NormalForms forms) {
        this.dialect = dialect;
        this.forms = forms;
    }

    static SchemaSnapshot of(LiveSchema live, SchemaSnapshot wish) throws SQLException {
        Dialect dialect = live.dialect();
        List<Definition> asked = new ArrayList<>();
        for (Table table : wish.tables()) {
            table.checks().forEach(check -> asked.add(Definition.ofCheck(check, table, dialect)));
            table.columns().stream()
                    .filter(ServerWords::hasText)
                    .forEach(column -> asked.add(Definition.ofValue(column, table, dialect)));
        }
        NormalForms forms =
                asked.isEmpty() ? NormalForms.NOT_ASKED : dialect.normalizer().normalize(live.connection(), asked);
        return new ServerWords(dialect, forms).snapshot(wish);
    }

    private static boolean hasText(Column column) {
        return column.generated() != null
                || column.onUpdate() != null
                || column.defaultValue() instanceof DefaultValue.Expression;
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
}

package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.SnapshotMapper;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** A schema with its values, computations and conditions as a database says them; as they are on one that reports what it was told. */
final class InServerWords extends SnapshotMapper {

    private final EmbeddedDatabase database;

    InServerWords(EmbeddedDatabase database) {
        this.database = database;
    }

    @Override
    protected Column column(Table table, Column column) {
        return form(Definition.ofValue(column, table, database.dialect), Column.class)
                .map(form -> column.withDefault(form.defaultValue())
                        .generated(form.generated())
                        .onUpdateSql(form.onUpdate()))
                .orElse(column);
    }

    @Override
    protected CheckConstraint check(Table table, CheckConstraint check) {
        return form(Definition.ofCheck(check, table, database.dialect), CheckConstraint.class)
                .map(form -> check.expression(form.expression()))
                .orElse(check);
    }

    private <T extends TableElement> Optional<T> form(Definition definition, Class<T> kind) {
        try {
            return database.dialect
                    .normalizer()
                    .normalize(database.connection, List.of(definition))
                    .of(definition, kind);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

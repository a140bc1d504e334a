package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropTable;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.ForDatabases;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A foreign key is taken off for a change of type where the database insists, and only there. */
class RetypedKeysIT {

    private static final QualifiedName PARENT = QualifiedName.of("parent");
    private static final QualifiedName CHILD = QualifiedName.of("child");

    private static final List<SqlType> TYPES = List.of(
            StandardType.of(TypeKind.SMALLINT),
            StandardType.of(TypeKind.INTEGER),
            StandardType.of(TypeKind.BIGINT),
            Columns.decimal(8, 2),
            Columns.decimal(12, 2),
            StandardType.of(TypeKind.DOUBLE),
            StandardType.of(TypeKind.CHAR, 10),
            StandardType.of(TypeKind.VARCHAR, 10),
            StandardType.of(TypeKind.VARCHAR, 20),
            StandardType.of(TypeKind.DATE),
            StandardType.of(TypeKind.TIME),
            StandardType.of(TypeKind.TIMESTAMP),
            StandardType.of(TypeKind.TIMESTAMP, 3),
            StandardType.of(TypeKind.TIMESTAMP_WITH_TIME_ZONE),
            StandardType.of(TypeKind.UUID));

    @ForDatabases(has = Capability.ALTER_TYPE)
    void theDialectSaysWhatTheDatabaseRefuses(DatabaseUnderTest kind) throws SQLException {
        try (Workbench bench = Workbench.on(kind)) {
            List<String> wrong = new ArrayList<>();
            for (int i = 0; i < TYPES.size(); i++) {
                for (SqlType other : TYPES.subList(i + 1, TYPES.size())) {
                    SqlType one = TYPES.get(i);
                    if (isStoredAlike(bench, one, other)) {
                        continue;
                    }
                    boolean said = bench.dialect().comparison().refusesTypeUnderForeignKey(one, other);
                    boolean refused = isRefused(bench, one, other) || isRefused(bench, other, one);
                    if (said != refused) {
                        wrong.add(one + " and " + other + ": refused is " + refused);
                    }
                }
            }
            assertThat(wrong).isEmpty();
        }
    }

    private static boolean isStoredAlike(Workbench bench, SqlType one, SqlType other) {
        return bench.dialect()
                .types()
                .canonical(one)
                .equals(bench.dialect().types().canonical(other));
    }

    private static boolean isRefused(Workbench bench, SqlType before, SqlType after) throws SQLException {
        return isRefused(bench, PARENT, before, after) || isRefused(bench, CHILD, before, after);
    }

    private static boolean isRefused(Workbench bench, QualifiedName end, SqlType before, SqlType after)
            throws SQLException {
        Column key = Columns.column("id", before);
        Table parent = Table.of(PARENT, List.of(key, Constraints.unique("uq_parent", "id")));
        Table child = Table.of(
                CHILD, List.of(key, Constraints.foreignKey("fk_child", "id").references("parent", "id")));
        bench.run(new CreateTable(parent), new CreateTable(child));
        try {
            bench.run(new AlterColumn(end, "id", List.of(new ColumnChange.Type(after)), key));
            return false;
        } catch (SQLException refused) {
            return true;
        } finally {
            bench.run(new DropTable(CHILD, child), new DropTable(PARENT, parent));
        }
    }
}

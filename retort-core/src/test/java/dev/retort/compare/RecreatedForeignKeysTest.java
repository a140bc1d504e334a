package dev.retort.compare;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Operation;
import dev.retort.schema.Column;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RecreatedForeignKeysTest {

    private static final Column ID = column("id", bigint()).notNull();

    private final SchemaComparator comparator = new SchemaComparator(PlainDialect.create());

    @Test
    void aForeignKeyStandsAsideWhereTheDatabaseRefusesAnotherTypeUnderIt() {
        assertThat(describedChangeOfKeys(bigint(), varchar(36)))
                .containsExactly(
                        "drop foreign key fk of child",
                        "alter column child.id (type)",
                        "alter column parent.id (type)",
                        "add foreign key fk to child");
        assertThat(describedChangeOfKeys(varchar(10), varchar(36)))
                .containsExactly("alter column child.id (type)", "alter column parent.id (type)");
    }

    private List<String> describedChangeOfKeys(SqlType before, SqlType after) {
        return compare(parentAndChild(after), parentAndChild(before)).upgrade().operations().stream()
                .map(Operation::describe)
                .toList();
    }

    private static List<Table> parentAndChild(SqlType type) {
        return List.of(
                table("parent", ID.typed(type), primaryKey("id")),
                table("child", ID.typed(type), foreignKey("fk", "id").references("parent", "id")));
    }

    static Stream<Arguments> changesUnderAForeignKey() {
        TableElement own = index("ix", "id");
        TableElement wide = index("ix", "id", "name");
        return Stream.of(
                arguments(
                        List.of(own),
                        List.of(wide),
                        List.of("drop foreign key", "drop index", "create index", "add foreign key"),
                        List.of("drop foreign key", "drop index", "create index", "add foreign key")),
                arguments(
                        List.of(),
                        List.of(own),
                        List.of("create index"),
                        List.of("drop foreign key", "drop index", "add foreign key")),
                arguments(
                        List.of(unique("uq", "id")),
                        List.of(),
                        List.of("drop foreign key", "drop unique constraint", "add foreign key"),
                        List.of("add unique constraint")),
                arguments(
                        List.of(own, index("ix2", "id", "name")),
                        List.of(index("ix2", "id", "name")),
                        List.of("drop index"),
                        List.of("create index")),
                arguments(
                        List.of(own), List.of(own, index("ix2", "id")), List.of("create index"), List.of("drop index")),
                arguments(
                        List.of(index("ix", "name", "id")), List.of(), List.of("drop index"), List.of("create index")));
    }

    @ParameterizedTest
    @MethodSource("changesUnderAForeignKey")
    void aForeignKeyStandsAsideOnlyOnTheWayThatTakesTheLastIndexItNeeds(
            List<TableElement> before, List<TableElement> after, List<String> up, List<String> down) {
        SchemaDifferences found = compare(indexedChild(after), indexedChild(before));

        assertThat(kinds(found.upgrade())).isEqualTo(up);
        assertThat(kinds(found.downgrade())).isEqualTo(down);
    }

    @Test
    void aForeignKeyStandsAsideWhileTheConstraintThatItRefersToGetsAnotherName() {
        Table child = table("child", ID, foreignKey("fk", "id").references("parent", "id"));

        SchemaDifferences found = compare(
                List.of(table("parent", ID, unique("uq_new", "id")), child),
                List.of(table("parent", ID, unique("uq_old", "id")), child));

        assertThat(kinds(found.upgrade()))
                .isEqualTo(kinds(found.downgrade()))
                .containsExactly(
                        "drop foreign key", "drop unique constraint", "add unique constraint", "add foreign key");
    }

    private static List<Table> indexedChild(List<TableElement> elements) {
        List<TableElement> all = new ArrayList<>(
                List.of(ID, column("name", text()), foreignKey("fk", "id").references("parent", "id")));
        all.addAll(elements);
        return List.of(table("parent", ID, primaryKey("id")), Table.of(QualifiedName.of("child"), all));
    }

    private static List<String> kinds(GeneratedOperations generated) {
        return generated.operations().stream()
                .map(operation -> operation.describe().replaceFirst(" (uq|ix|fk).*", ""))
                .toList();
    }

    private SchemaDifferences compare(List<Table> desired, List<Table> actual) {
        return comparator.compare(SchemaSnapshot.of(desired), SchemaSnapshot.of(actual), table -> true);
    }

    private static Table table(String name, TableElement... elements) {
        return Table.of(QualifiedName.of(name), Arrays.asList(elements));
    }
}

package dev.retort.command;

import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.integer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialects;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.report.ComparedWith;
import dev.retort.report.ModelReport;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraints;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.script.RevisionFormat;
import dev.retort.sql.SqlSyntax;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left out of a draft is left out with what needs it, and a sentence says each. */
class DraftTest {

    private static final QualifiedName USERS = QualifiedName.of("users");
    private static final QualifiedName ORDERS = QualifiedName.of("orders");

    /** What is refused. */
    private static final Operation NAME =
            new AddColumn(USERS, column("name", integer()).notNull());

    private static final Operation USERNAME = new AddColumn(USERS, column("username", integer()));

    private static final CreateTable TABLE = new CreateTable(Table.of(
            ORDERS, List.of(column("id", integer()), column("at", integer()).defaultsToSql("now()"))));

    static Stream<Operation> onlyNearTheColumn() {
        return Stream.of(
                new CreateIndex(USERS, Index.of("ix", "username")),
                new CreateIndex(USERS, Index.of("ix").ascendingSql("lower(username)")),
                new CreateIndex(USERS, Index.of("ix", "username").where("username <> 'name'")),
                new CreateIndex(QualifiedName.of("others"), Index.of("ix", "name")));
    }

    @ParameterizedTest
    @MethodSource
    void onlyNearTheColumn(Operation operation) throws SQLException {
        Draft draft = draft(Map.of(NAME, "it cannot"), USERNAME, NAME, operation);

        assertThat(draft.upgrade().operations()).containsExactly(USERNAME, operation);
        assertThat(sentences(draft)).singleElement().asString().startsWith("Left out: " + NAME.describe() + ": ");
    }

    static Stream<Operation> whatNeedsTheColumn() {
        return Stream.of(
                new CreateIndex(USERS, Index.of("ix", "username", "name")),
                new CreateIndex(USERS, Index.of("ix").ascendingSql("lower(NAME)")),
                new CreateIndex(USERS, Index.of("ix", "username").where("\"name\" > 1")),
                new CreateTable(Table.of(
                        ORDERS,
                        List.of(
                                column("id", integer()),
                                Constraints.foreignKey("fk", "id").references("users", "name")))));
    }

    @ParameterizedTest
    @MethodSource
    void whatNeedsTheColumn(Operation operation) throws SQLException {
        Draft draft = draft(Map.of(NAME, "it cannot"), USERNAME, NAME, operation);

        assertThat(draft.upgrade().operations()).containsExactly(USERNAME);
        assertThat(sentences(draft))
                .hasSize(2)
                .anyMatch(said -> said.startsWith("Left out: " + operation.describe() + ": it needs '" + NAME.describe()
                        + "', which is left out."));
    }

    /** What needs a table that does not come, and what needs that. */
    @Test
    void whatNeedsATableThatDoesNotComeIsLeftOutWithIt() throws SQLException {
        Operation fill = new ExecuteSql("INSERT INTO orders (id) VALUES (1)", List.of());
        Operation index = new CreateIndex(ORDERS, Index.of("ix", "id"));
        Operation lines = new CreateTable(Table.of(
                QualifiedName.of("lines"),
                List.of(
                        column("id", integer()),
                        Constraints.foreignKey("fk", "id").references("orders", "id"))));
        Operation child = new CreateTable(Table.of(QualifiedName.of("late_orders"), List.of(column("days", integer())))
                .inherits(List.of(ORDERS)));
        Operation ofLines = new CreateIndex(QualifiedName.of("lines"), Index.of("ix_lines", "id"));

        Draft draft = draft(Map.of(TABLE, "it cannot"), TABLE, fill, index, lines, ofLines, child, USERNAME);

        assertThat(draft.upgrade().operations()).containsExactly(USERNAME);
        assertThat(draft.downgrade().operations())
                .containsExactly(USERNAME.reverse().orElseThrow());
        assertThat(sentences(draft)).hasSize(6).allMatch(said -> said.startsWith("Left out: "));
    }

    @Test
    void constraintsNeedTheirColumnsToo() {
        Needs needs = new Needs(SqlSyntax.COMMON);

        assertThat(Stream.of(
                        Constraints.primaryKey("name"),
                        Constraints.unique("uq", "name"),
                        CheckConstraint.of("ck", "name > 0"),
                        Constraints.exclusion("ex").comparing("name", "="),
                        Constraints.exclusion("ex").comparingSql("lower(name)", "="),
                        Constraints.exclusion("ex").comparing("username", "=").where("name > 0"),
                        Constraints.foreignKey("fk", "name").references("others", "id")))
                .allMatch(constraint -> needs.needs(new AddConstraint(USERS, constraint), NAME));
        assertThat(needs.needs(new AddConstraint(USERS, Constraints.unique("uq", "username")), NAME))
                .isFalse();
    }

    private static Draft draft(Map<Operation, String> refused, Operation... operations) throws SQLException {
        List<Operation> upgrade = List.of(operations);
        List<Operation> downgrade = upgrade.stream()
                .flatMap(operation -> operation.reverse().stream())
                .toList();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:")) {
            return Draft.of(
                    new CompareSchemas.Result(
                            Dialects.loadedFrom(DraftTest.class.getClassLoader())
                                    .forConnection(connection),
                            GeneratedOperations.of(upgrade),
                            GeneratedOperations.of(downgrade),
                            List.of(),
                            List.of(),
                            new LinkedHashMap<>(refused),
                            new ModelReport("h2", 0, List.of(), List.of(), 0, 0, 0, ComparedWith.SERVER, List.of())),
                    RevisionFormat.JAVA);
        }
    }

    private static List<String> sentences(Draft draft) {
        return draft.upgrade().hazards().stream().map(Hazard::sentence).toList();
    }
}

package dev.retort.render;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.identity;
import static dev.retort.schema.Columns.identityAlways;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.sequence;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.exclusion;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;
import static dev.retort.schema.Constraints.unnamedForeignKey;
import static dev.retort.schema.Constraints.unnamedUnique;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.migration.RevisionHeader;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.GeneratedOperation;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RunJava;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("jdk")
class JavaRevisionRendererTest {

    private static final QualifiedName CUSTOMERS = QualifiedName.of("customers");

    private final JavaRevisionRenderer renderer = new JavaRevisionRenderer();

    @Test
    void looksAsAPersonWouldWriteIt() {
        AddColumn points = new AddColumn(
                CUSTOMERS, column("loyalty_points", integer()).notNull().defaultsTo(0));
        CreateIndex index = new CreateIndex(CUSTOMERS, index("ix_customers_email", "email"));
        RevisionHeader header = new RevisionHeader(
                "196993effbf8",
                List.of("4b1c0d9e2f77"),
                List.of(),
                List.of(),
                "Add loyalty points to customers.",
                Instant.parse("2025-06-06T15:15:00Z"),
                1,
                null);
        GeneratedRevision revision = new GeneratedRevision(
                header,
                generated(points, index),
                generated(index.reverse().orElseThrow(), points.reverse().orElseThrow()));

        assertThat(renderer.render(revision, "migrations.versions", "V20250606_1515_196993effbf8_add_loyalty_points"))
                .isEqualTo("""
                        package migrations.versions;

                        import static dev.retort.schema.Columns.*;

                        import dev.retort.migration.*;

                        /** Add loyalty points to customers. */
                        @Revision(id = "196993effbf8", revises = "4b1c0d9e2f77", created = "2025-06-06T15:15:00Z")
                        public final class V20250606_1515_196993effbf8_add_loyalty_points implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                op.addColumn("customers", column("loyalty_points", integer()).notNull().defaultsTo(0));
                                op.createIndex("ix_customers_email", "customers", "email");
                            }

                            @Override
                            public void downgrade(Operations op) {
                                op.dropIndex("ix_customers_email", "customers");
                                op.dropColumn("customers", "loyalty_points");
                            }
                        }
                        """);
    }

    @Test
    void laysLongStatementsOutOverLinesAndRemarksAboveThem() {
        Table orders = Table.of(
                QualifiedName.parse("sales.orders"),
                List.of(
                        column("id", bigint()).notNull().asIdentity(),
                        column("status", varchar(20))
                                .notNull()
                                .defaultsTo("a long text that says what an order is when nobody has said it yet")
                                .comment("where it stands"),
                        primaryKey("id"),
                        foreignKey("fk_orders_customer", "id")
                                .references("customers", "id")
                                .onDelete(ReferentialAction.CASCADE)));
        CreateTable create = new CreateTable(orders.comment("What was sold"));
        AlterColumn alter = new AlterColumn(
                CUSTOMERS,
                "email",
                List.of(new ColumnChange.Type(varchar(320)), new ColumnChange.Nullability(false)),
                column("email", varchar(400)));
        Operation block = new OutsideTransaction(List.of(new ExecuteSql("VACUUM\n  FULL", List.of())));
        GeneratedRevision revision = new GeneratedRevision(
                RevisionHeader.of("a1", List.of("b", "c"), List.of("d"), List.of("sales")),
                new GeneratedOperations(
                        List.of(
                                GeneratedOperation.of(create),
                                remarked(
                                        alter,
                                        "The new type of column customers.email cannot hold every value of the old one: values"
                                                + " may be truncated or rejected."),
                                GeneratedOperation.of(block)),
                        List.of(new Hazard(Hazard.Kind.NOT_GENERATED, null, "Something else \\u0041 is\nleft."))),
                generated(new Irreversible("the \"old\" rows are gone")));

        assertThat(renderer.render(revision, "", "Va1")).isEqualTo("""
                        import static dev.retort.schema.Columns.*;
                        import static dev.retort.schema.Constraints.*;

                        import dev.retort.migration.*;
                        import dev.retort.schema.ReferentialAction;

                        @Revision(id = "a1", revises = {"b", "c"}, dependsOn = "d", labels = "sales")
                        public final class Va1 implements Migration {

                            @Override
                            public void upgrade(Operations op) {
                                // ATTENTION: Something else \\\\u0041 is left.
                                op.createTable(
                                        table(
                                                "sales.orders",
                                                column("id", bigint()).notNull().asIdentity(),
                                                column("status", varchar(20))
                                                        .notNull()
                                                        .defaultsTo("a long text that says what an order is when nobody has said it yet")
                                                        .comment("where it stands"),
                                                primaryKey("id"),
                                                foreignKey("fk_orders_customer", "id")
                                                        .references("customers", "id")
                                                        .onDelete(ReferentialAction.CASCADE))
                                                .comment("What was sold"));
                                // ATTENTION: The new type of column customers.email cannot hold every value of the old one: values may be
                                //     truncated or rejected.
                                op.alterColumn("customers", "email", c -> c.from(varchar(400)).type(varchar(320)).notNull());
                                op.outsideTransaction(outside -> {
                                    outside.execute(
                                            ""\"
                                            VACUUM
                                              FULL""\");
                                });
                            }

                            @Override
                            public void downgrade(Operations op) {
                                op.irreversible("the \\"old\\" rows are gone");
                            }
                        }
                        """);
    }

    @Test
    void everyOperationIsRecordedAgainAsItWasWritten(@TempDir Path directory) throws Exception {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<Operation>> written = new LinkedHashMap<>();
        for (int seed = 0; seed < 60; seed++) {
            List<Operation> operations = new RandomOperations(seed).all();
            String message = RandomOperations.TEXTS.get(seed % RandomOperations.TEXTS.size());
            written.put("V" + seed, operations);
            texts.put(
                    "V" + seed,
                    renderer.render(revision(message, remarkedOn(operations, seed % 20, message)), "", "V" + seed));
        }
        try (CompiledRevisions compiled = CompiledRevisions.of(directory, texts)) {
            for (Map.Entry<String, List<Operation>> entry : written.entrySet()) {
                assertThat(compiled.upgrade(entry.getKey())).as(entry.getKey()).isEqualTo(entry.getValue());
                assertThat(compiled.downgrade(entry.getKey())).isEmpty();
            }
        }
    }

    @Test
    void moreStatementsThanAMethodHoldsAreSpreadOverSeveral(@TempDir Path directory) throws Exception {
        List<Operation> operations = IntStream.range(0, 400)
                .<Operation>mapToObj(i -> new CreateTable(wideTable("t" + i)))
                .toList();

        String text = renderer.render(revision("many tables", operations), "", "VMany");

        assertThat(text).contains("upgradePart2(op);");
        try (CompiledRevisions compiled = CompiledRevisions.of(directory, Map.of("VMany", text))) {
            assertThat(compiled.upgrade("VMany")).isEqualTo(operations);
        }
    }

    private static Table wideTable(String name) {
        return Table.of(
                QualifiedName.of(name),
                IntStream.range(0, 20)
                        .mapToObj(i -> column("c" + i, integer()).notNull())
                        .toList());
    }

    @Test
    void everyKindOfOperationIsAmongTheOnesTried() {
        List<Class<?>> tried = new ArrayList<>(List.of(RunJava.class));
        new RandomOperations(1).all().forEach(operation -> tried.add(operation.getClass()));

        assertThat(Operation.class.getPermittedSubclasses())
                .allMatch(kind -> tried.stream().anyMatch(kind::isAssignableFrom));
    }

    @Test
    void aDataStepIsRefusedBecauseItHasNoSource() {
        GeneratedRevision revision = revision("x", List.of(new RunJava(connection -> connection.commit())));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.render(revision, "", "V1"))
                .withMessageContaining("data step");
    }

    @Test
    void anOperationOfTheUsersOwnIsRefusedWhenItTellsNoSource() {
        record Sourceless() implements CustomOperation {

            @Override
            public String describe() {
                return "tidy up";
            }

            @Override
            public List<String> statements(DialectName dialect) {
                return List.of();
            }
        }

        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.render(revision("x", List.of(new Sourceless())), "", "V1"))
                .withMessageContainingAll("'tidy up'", "Sourceless", "source()");
    }

    @Test
    void indexesWithExpressionsKeepThem(@TempDir Path directory) throws Exception {
        Index index = Index.of(
                        "ix",
                        List.of(
                                Index.Part.expression("lower(email)"),
                                Index.Part.column("id").descending(true)))
                .asUnique()
                .using("gin")
                .where("id > 0");
        List<Operation> operations = List.of(new CreateIndex(CUSTOMERS, index));

        String text = renderer.render(revision("x", operations), "", "V1");

        try (CompiledRevisions compiled = CompiledRevisions.of(directory, Map.of("V1", text))) {
            assertThat(compiled.upgrade("V1")).isEqualTo(operations);
        }
    }

    @Test
    void everythingIsSaidInWords() {
        Index index = Index.of("ix", "name")
                .descending("id")
                .ascendingSql("lower(email)")
                .descendingSql("a + b");
        List<Operation> operations = List.of(
                new CreateIndex(CUSTOMERS, index),
                new AddConstraint(
                        CUSTOMERS,
                        exclusion("ex").using("gist").comparing("id", "=").comparingSql("during(a, b)", "&&")),
                new AddColumn(
                        CUSTOMERS,
                        Column.of("no", StandardType.of(TypeKind.BIGINT)).asIdentity(5, 2)),
                new AddColumn(
                        CUSTOMERS,
                        Column.of("id", StandardType.of(TypeKind.BIGINT)).asIdentityAlways(1, 1)),
                new AddColumn(CUSTOMERS, Column.of("sum", StandardType.of(TypeKind.DECIMAL, 9))));

        String text = renderer.render(revision("x", operations), "", "V1");

        assertThat(text)
                .contains(
                        """
                        index("ix", "name").descending("id").ascendingSql("lower(email)").descendingSql("a + b")""",
                        """
                        exclusion("ex").using("gist").comparing("id", "=").comparingSql("during(a, b)", "&&")""",
                        "asIdentity(5, 2)",
                        "asIdentityAlways(1, 1)",
                        "standardType(TypeKind.DECIMAL, 9, null)")
                .doesNotContain("new ");
    }

    @Test
    void howSequencesAndColumnsCountIsSaidInWords() {
        Sequence ids = sequence("ids").startWith(5).cache(20).cycle().ownedBy("customers", "id");
        Column id = column("id", bigint()).asIdentity();
        List<Operation> operations = List.of(
                new CreateSequence(ids.typed(integer())),
                AlterSequence.between(ids, sequence("ids").min(-5)),
                new AddColumn(CUSTOMERS, id.asIdentity(identityAlways().max(99))),
                new AlterColumn(
                        CUSTOMERS,
                        "id",
                        List.of(new ColumnChange.Identity(identity().cache(20))),
                        id));

        String text = renderer.render(revision("x", operations), "", "V1").replaceAll("\n +", "");

        assertThat(text)
                .contains(
                        """
                        op.createSequence(sequence("ids").typed(integer()).startWith(5).cache(20).cycle().ownedBy("customers", "id"));""",
                        """
                        from(sequence("ids").startWith(5).cache(20).cycle().ownedBy("customers", "id"))""",
                        ".startWith(1).min(-5).usualCache().noCycle().noOwner());",
                        "asIdentity(identityAlways().max(99))",
                        """
                        c -> c.from(column("id", bigint()).asIdentity()).identity(identity().cache(20)));""");
    }

    @Test
    void whatHasNoNameHasAWordOfItsOwn() {
        Table table = Table.of(
                CUSTOMERS,
                List.of(
                        column("id", bigint()),
                        primaryKey("id"),
                        unnamedUnique("id"),
                        unnamedCheck("id > 0"),
                        unnamedForeignKey("id").references("people", "id")));

        String text = renderer.render(revision("x", List.of(new CreateTable(table))), "", "V1");

        assertThat(text)
                .contains("primaryKey(\"id\")", "unnamedUnique(\"id\")", "unnamedCheck(\"id > 0\")")
                .contains("unnamedForeignKey(\"id\").references(\"people\", \"id\")")
                .doesNotContain("null");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "add points, /** add points */",
                "a */ b, /** a *&#47; b */",
                "* a, /** &#42; a */",
                "x < y & z > 1, /** x &lt; y &amp; z &gt; 1 */",
                "@see me, /** &#64;see me */",
                "C:\\users, /** C:&#92;users */",
                "it's \"so\" \\n, /** it's \"so\" \\n */"
            })
    void aMessageIsEscapedInTheJavadoc(String message, String javadoc) {
        assertThat(JavaText.javadoc(message)).containsExactly(javadoc);
    }

    @Test
    void aMessageOfSeveralParagraphsKeepsItsLines() {
        assertThat(JavaText.javadoc("First.\n\nSecond\nthird."))
                .containsExactly("/**", " * First.", " *", " * <p>Second", " * third.", " */");
    }

    @Test
    void namesInNoUseAreNotImported() {
        Operation unique = new AddConstraint(CUSTOMERS, unique("uq", "email"));

        String text = renderer.render(revision("x", List.of(unique)), "", "V1");

        assertThat(text).contains("Constraints.*").doesNotContain("Columns.*").doesNotContain("java.util");
    }

    @Test
    void aRemarkOnAnOperationOfTheDowngradeStandsThere() {
        Operation drop =
                new AddColumn(CUSTOMERS, column("phone", varchar(20))).reverse().orElseThrow();
        GeneratedRevision revision = new GeneratedRevision(
                RevisionHeader.of("a1", List.of(), List.of(), List.of()),
                GeneratedOperations.NONE,
                new GeneratedOperations(List.of(remarked(drop, "Numbers are lost.")), List.of()));

        assertThat(renderer.render(revision, "", "V1")).contains("""
                    public void downgrade(Operations op) {
                        // ATTENTION: Numbers are lost.
                        op.dropColumn("customers", "phone");
                """);
    }

    @Test
    void anEmptyDirectionSaysThatThereIsNothingToDo() {
        assertThat(renderer.render(revision("x", List.of()), "", "V1")).contains("// Nothing to do.");
    }

    private static GeneratedRevision revision(String message, List<? extends Operation> upgrade) {
        return revision(message, GeneratedOperations.of(upgrade));
    }

    private static GeneratedRevision revision(String message, GeneratedOperations upgrade) {
        RevisionHeader header =
                new RevisionHeader("a1", List.of(), List.of(), List.of(), message, Instant.EPOCH, 1, null);
        return new GeneratedRevision(header, upgrade, GeneratedOperations.NONE);
    }

    private static GeneratedOperations generated(Operation... operations) {
        return GeneratedOperations.of(List.of(operations));
    }

    private static GeneratedOperations remarkedOn(List<Operation> operations, int index, String sentence) {
        List<GeneratedOperation> generated =
                new ArrayList<>(GeneratedOperations.of(operations).generated());
        generated.set(index, remarked(operations.get(index), sentence));
        return new GeneratedOperations(generated, List.of());
    }

    private static GeneratedOperation remarked(Operation operation, String sentence) {
        return new GeneratedOperation(operation, List.of(Hazard.of(operation, Hazard.Kind.LOSES_DATA, sentence)));
    }
}

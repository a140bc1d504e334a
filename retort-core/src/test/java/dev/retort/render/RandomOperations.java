package dev.retort.render;

import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Irreversible;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.Remark;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SequenceChange;
import dev.retort.operation.SqlExpression;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.operation.TableBatch.Recreate;
import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.NativeType;
import dev.retort.schema.NullsOrder;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes operations of every kind with names, texts and values that are easy to get wrong. */
final class RandomOperations {

    static final List<String> TEXTS = List.of(
            "users",
            "Order Lines",
            "a.b",
            "\"quoted\"",
            "\".\"",
            "it's",
            "back\\slash",
            "\\u0041 \\\\u0022",
            "line one\nline two",
            "select 1\n  from dual\n",
            "  indented\n    more",
            "ends with quote\"\nx\"",
            "three \"\"\" quotes\n",
            "trailing space \nx",
            "carriage\r\nreturn",
            "tab\tnull\0bell\u0007",
            "*/ /* // <b> &amp; @see {@link X}",
            "žluťoučký 漢字 😀",
            "half \ud83d pair",
            "\u202eright to left",
            "\u2028",
            "%s ${x}",
            "x".repeat(150),
            "'';--");

    private static final List<Object> VALUES = List.of(
            "text",
            true,
            0,
            -1,
            Integer.MIN_VALUE,
            5L,
            Long.MIN_VALUE,
            (short) -7,
            (byte) 7,
            1.5,
            1e300,
            -0.0,
            Double.NaN,
            Float.POSITIVE_INFINITY,
            2.5f,
            new BigDecimal("1.500"),
            new BigInteger("123456789012345678901234567890"),
            LocalDate.of(2025, 6, 6),
            Instant.parse("2025-06-06T15:15:00Z"),
            Timestamp.valueOf("2025-06-06 15:15:00.123"),
            UUID.fromString("123e4567-e89b-12d3-a456-426614174000"));

    private final Random random;

    RandomOperations(long seed) {
        random = new Random(seed);
    }

    /** One operation of every kind that can be written. */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>(simple());
        all.add(new OutsideTransaction(List.of(simple().get(0), new OutsideTransaction(simple()))));
        all.add(batch());
        RandomObjects objects = new RandomObjects(random, this::text, this::name, this::type);
        all.addAll(objects.all());
        all.add(new ConditionalOperations(Existence.MISSING, List.of(new CreateTable(table()), objects.create())));
        all.add(new ConditionalOperations(Existence.PRESENT, List.of(new DropTable(name(), null), objects.drop())));
        return all;
    }

    private TableBatch batch() {
        QualifiedName table = name();
        List<Operation> changes = new ArrayList<>(List.of(
                new AddColumn(table, column()),
                new DropColumn(table, text(), null),
                new RenameColumn(table, text(), text()),
                new AlterColumn(table, text(), List.of(new ColumnChange.Nullability(random.nextBoolean())), null),
                new AddConstraint(table, constraint()),
                new DropConstraint(table, text(), null),
                new CreateIndex(table, index()),
                new CreateIndex(table, Index.of(text(), text())),
                new DropIndex(table, text(), null),
                new CommentOnTable(table, orNull(this::text), false, null),
                new CommentOnTable(table, orNull(this::text), true, orNull(this::text))));
        Collections.shuffle(changes, random);
        Recreate[] all = Recreate.values();
        return new TableBatch(
                table,
                changes,
                all[random.nextInt(all.length)],
                random.nextBoolean() ? List.of() : List.of(new ColumnMove(text(), random.nextBoolean(), text())),
                List.of(new OptionChange(text(), text(), true), new OptionChange(text(), "", false)),
                orNull(() -> table().named(table)));
    }

    private List<Operation> simple() {
        QualifiedName table = name();
        Column column = column();
        Index index = index();
        Constraint constraint = constraint();
        Sequence sequence = sequence();
        return Stream.<Operation>of(
                        new CreateTable(table()),
                        new DropTable(table, null),
                        dropTable(table()),
                        new RenameTable(table, text()),
                        new CommentOnTable(table, orNull(this::text), false, null),
                        new CommentOnTable(table, orNull(this::text), true, orNull(this::text)),
                        new AddColumn(table, column),
                        new DropColumn(table, text(), null),
                        new DropColumn(table, column.name(), column),
                        alteration(),
                        new RenameColumn(table, text(), text()),
                        new AddConstraint(table, constraint),
                        new DropConstraint(table, text(), null),
                        dropConstraint(),
                        new CreateIndex(table, index),
                        new DropIndex(table, text(), null),
                        new DropIndex(table, index.name(), index),
                        new CreateIndex(table, index, true),
                        new DropIndex(table, text(), null, true),
                        new DropIndex(table, index.name(), index, true),
                        new CreateSequence(sequence),
                        new CreateSequence(Sequence.of(name(), 1, 1)),
                        new CreateSequence(Sequence.of(name(), 1, random.nextLong())),
                        new AlterSequence(sequence.name(), sequenceChanges(), sequence),
                        new AlterSequence(sequence.name(), sequenceChanges(), null),
                        AlterSequence.between(sequence, sequence.startWith(5).incrementBy(51)),
                        new DropSequence(sequence.name(), null),
                        new DropSequence(sequence.name(), sequence),
                        new ExecuteSql("SELECT " + text(), values(random.nextInt(3))),
                        bulkInsert(),
                        new Lines(text()).into(name()),
                        new Irreversible(text()),
                        new Remark(text()),
                        new Tidy(text()))
                .toList();
    }

    private static DropTable dropTable(Table was) {
        return new DropTable(was.name(), was);
    }

    private DropConstraint dropConstraint() {
        Constraint was = constraint();
        return new DropConstraint(name(), was.name(), was);
    }

    private AlterColumn alteration() {
        Column existing = column();
        List<ColumnChange> changes = List.of(
                new ColumnChange.Type(type(), orNull(this::text)),
                new ColumnChange.Collation(orNull(this::text), orNull(this::name)),
                new ColumnChange.Nullability(random.nextBoolean()),
                new ColumnChange.OnUpdate(orNull(this::text)),
                new ColumnChange.Default(orNull(this::defaultValue)),
                new ColumnChange.Identity(identity()),
                new ColumnChange.Comment(orNull(this::text)));
        int from = random.nextInt(7);
        List<ColumnChange> some = changes.subList(from, from + 1 + random.nextInt(7 - from));
        Column known = random.nextBoolean() ? existing : Column.of(existing.name(), existing.type());
        return new AlterColumn(
                name(),
                existing.name(),
                some,
                // What is reversed forgets how values were converted.
                some.get(0) instanceof ColumnChange.Type type && type.using() != null ? null : orNull(() -> known));
    }

    private BulkInsert bulkInsert() {
        List<String> columns = texts(1 + random.nextInt(3));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            rows.add(values(columns.size()));
            rows.get(rows.size() - 1).set(0, new SqlExpression(text()));
        }
        return new BulkInsert(name(), columns, rows);
    }

    private Table table() {
        List<TableElement> elements = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            elements.add(column());
            elements.add(index());
            Constraint constraint = constraint();
            if (!(constraint instanceof PrimaryKey)) {
                elements.add(constraint);
            }
        }
        return Table.of(name(), elements)
                .comment(orNull(this::text))
                .partitioning(orNull(this::text))
                .inherits(random.nextInt(3) > 0 ? List.of() : List.of(name()))
                .options(options());
    }

    private Column column() {
        Column column = Column.of(text(), type())
                .nullable(random.nextBoolean())
                .withDefault(orNull(this::defaultValue))
                .asIdentity(orNull(this::identity))
                .comment(orNull(this::text));
        return random.nextInt(3) > 0
                ? column
                : column.generated(orNull(() -> new Generated(text(), random.nextBoolean())))
                        .onUpdateSql(orNull(this::text))
                        .characterSet(orNull(this::text))
                        .collate(orNull(this::name))
                        .invisible(random.nextBoolean())
                        .options(options());
    }

    private Sequence sequence() {
        return Sequence.of(name(), 1, 1)
                .typed(orNull(this::type))
                .options(counting())
                .ownedBy(orNull(this::owner));
    }

    private SequenceOptions counting() {
        return SequenceOptions.of(random.nextInt(3), random.nextInt(3))
                .between(orNull(random::nextLong), orNull(random::nextLong))
                .cache(orNull(random::nextLong))
                .cycle(random.nextBoolean());
    }

    private Sequence.Owner owner() {
        return new Sequence.Owner(name(), text());
    }

    private List<SequenceChange> sequenceChanges() {
        List<SequenceChange> changes = new ArrayList<>(List.of(
                new SequenceChange.Type(orNull(this::type)),
                new SequenceChange.Start(random.nextLong()),
                new SequenceChange.Increment(random.nextLong()),
                new SequenceChange.Min(orNull(random::nextLong)),
                new SequenceChange.Max(orNull(random::nextLong)),
                new SequenceChange.Cache(orNull(random::nextLong)),
                new SequenceChange.Cycle(random.nextBoolean()),
                new SequenceChange.Owner(orNull(this::owner))));
        Collections.shuffle(changes, random);
        return changes.subList(0, 1 + random.nextInt(changes.size()));
    }

    private Identity identity() {
        return switch (random.nextInt(3)) {
            case 0 -> Identity.BY_DEFAULT;
            case 1 -> Identity.of(random.nextBoolean(), random.nextLong(), random.nextInt(50));
            default -> new Identity(random.nextBoolean(), counting());
        };
    }

    private Options options() {
        return random.nextBoolean() ? Options.NONE : Options.NONE.with(text(), text());
    }

    private DefaultValue defaultValue() {
        Object literal = oneOf(VALUES);
        return literal instanceof String || literal instanceof Number || literal instanceof Boolean
                ? new DefaultValue.Literal(literal)
                : new DefaultValue.Expression(text());
    }

    private SqlType type() {
        TypeKind kind = oneOf(List.of(TypeKind.values()));
        return switch (random.nextInt(8)) {
            case 0 -> new EnumType(orNull(this::name), texts(1 + random.nextInt(3)));
            case 1 -> new ArrayType(type());
            case 2 -> new NativeType(text());
            default -> new StandardType(kind, orNull(() -> random.nextInt(99)), orNull(() -> random.nextInt(9)));
        };
    }

    private Constraint constraint() {
        String name = orNull(this::text);
        int size = 1 + random.nextInt(2);
        return switch (random.nextInt(5)) {
            case 0 -> PrimaryKey.of(name, texts(size)).including(maybeTexts()).deferrability(deferrability());
            case 1 ->
                UniqueConstraint.of(name, texts(size))
                        .including(maybeTexts())
                        .nullsDistinct(random.nextBoolean())
                        .deferrability(deferrability())
                        .comment(orNull(this::text))
                        .options(options());
            case 2 ->
                CheckConstraint.of(name, text())
                        .validated(random.nextBoolean())
                        .enforced(random.nextBoolean())
                        .inherited(random.nextBoolean());
            case 3 -> exclusion(name);
            default ->
                ForeignKey.of(name, texts(size), name(), texts(size))
                        .onDelete(oneOf(List.of(ReferentialAction.values())))
                        .onUpdate(oneOf(List.of(ReferentialAction.values())))
                        .match(oneOf(List.of(Match.values())))
                        .deferrability(deferrability())
                        .validated(random.nextBoolean())
                        .setColumns(maybeTexts());
        };
    }

    private ExclusionConstraint exclusion(@Nullable String name) {
        List<ExclusionConstraint.Element> elements = texts(random.nextInt(3)).stream()
                .map(text -> new ExclusionConstraint.Element(part(text), text()))
                .toList();
        return ExclusionConstraint.of(name, elements)
                .using(orNull(this::text))
                .including(maybeTexts())
                .where(orNull(this::text))
                .deferrability(deferrability())
                .comment(orNull(this::text))
                .options(options());
    }

    private Index index() {
        boolean plain = random.nextBoolean();
        List<Index.Part> parts = texts(1 + random.nextInt(2)).stream()
                .map(text -> plain ? Index.Part.column(text) : part(text))
                .toList();
        Index index = Index.of(text(), parts)
                .unique(random.nextBoolean())
                .using(orNull(this::text))
                .where(orNull(this::text));
        return random.nextInt(3) > 0
                ? index
                : index.including(maybeTexts())
                        .nullsDistinct(random.nextBoolean())
                        .comment(orNull(this::text))
                        .options(options());
    }

    private Index.Part part(String text) {
        Index.Part part = (random.nextBoolean() ? Index.Part.column(text) : Index.Part.expression(text))
                .descending(random.nextBoolean());
        return random.nextInt(3) > 0
                ? part
                : part.length(orNull(() -> random.nextInt(99)))
                        .collate(orNull(this::name))
                        .operatorClass(orNull(this::name))
                        .nulls(orNull(() -> oneOf(List.of(NullsOrder.values()))));
    }

    private List<String> maybeTexts() {
        return random.nextInt(3) > 0 ? List.of() : texts(1 + random.nextInt(2));
    }

    private Deferrability deferrability() {
        return random.nextInt(3) > 0 ? Deferrability.NOT_DEFERRABLE : oneOf(List.of(Deferrability.values()));
    }

    private QualifiedName name() {
        return new QualifiedName(orNull(this::text), text());
    }

    private List<@Nullable Object> values(int count) {
        @Nullable Object[] values = new Object[count];
        for (int i = 0; i < count; i++) {
            values[i] = orNull(() -> oneOf(VALUES));
        }
        return Arrays.asList(values);
    }

    private List<String> texts(int count) {
        return Stream.generate(this::text).limit(count).toList();
    }

    private String text() {
        return oneOf(TEXTS);
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private <T> @Nullable T orNull(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }
}

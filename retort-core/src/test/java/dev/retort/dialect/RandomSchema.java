package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Schemas that a database can create, made from a seed. Tables refer only to tables before them and to themselves. */
final class RandomSchema {

    static final List<SqlType> TYPES = List.of(
            Columns.bool(),
            Columns.tinyint(),
            Columns.smallint(),
            Columns.integer(),
            Columns.bigint(),
            Columns.decimal(),
            Columns.decimal(10, 2),
            Columns.decimal(9, 0),
            Columns.real(),
            Columns.doublePrecision(),
            Columns.character(1),
            Columns.character(12),
            Columns.varchar(),
            Columns.varchar(255),
            Columns.text(),
            Columns.binary(16),
            Columns.varbinary(200),
            Columns.blob(),
            Columns.date(),
            Columns.time(),
            Columns.time(3),
            Columns.timeWithTimeZone(),
            Columns.timeWithTimeZone(2),
            Columns.timestamp(),
            Columns.timestamp(0),
            Columns.timestamp(3),
            Columns.timestampWithTimeZone(),
            Columns.timestampWithTimeZone(4),
            Columns.uuid(),
            Columns.json(),
            Columns.enumeration("new", "it's", "a,b", "d)e"));

    private static final List<String> NAMES = List.of(
            "customers",
            "order",
            "Order",
            "order lines",
            "a\"b",
            "größe",
            "dotted.name",
            "select",
            "x1",
            "_under",
            "user",
            "MixedCase",
            "value",
            "key",
            "day",
            "smörgås Bord",
            "percent%",
            "it's");

    private final Random random;
    private final boolean h2;
    private final boolean sqlite;
    private final List<Table> tables = new ArrayList<>();
    private int serial;

    RandomSchema(long seed, String database) {
        random = new Random(seed);
        h2 = database.equals("h2");
        sqlite = database.equals("sqlite");
    }

    SchemaSnapshot next() {
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            tables.add(table());
        }
        List<Sequence> sequences = new ArrayList<>();
        for (int i = h2 ? random.nextInt(3) : 0; i > 0; i--) {
            sequences.add(Sequence.of(QualifiedName.of(newName()), 1, 1)
                    .typed(random.nextBoolean() ? null : Columns.smallint())
                    .options(counting()));
        }
        return SchemaSnapshot.of(tables).and(sequences);
    }

    /** Up or down, within a hundred numbers, or as far as the type goes. */
    private SequenceOptions counting() {
        long direction = random.nextBoolean() ? 1 : -1;
        boolean bounded = random.nextBoolean();
        SequenceOptions options = SequenceOptions.of(random.nextInt(7) - 3, direction * (1 + random.nextInt(3)))
                .between(bounded ? -50L : null, bounded ? 50L : null)
                .cycle(random.nextBoolean());
        return bounded && random.nextBoolean() ? options.cache(2L + random.nextInt(9)) : options;
    }

    /** The tables in an order in which they can be created. */
    List<Table> inOrder() {
        return tables;
    }

    private Table table() {
        QualifiedName name = QualifiedName.of(newName());
        List<TableElement> elements = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        boolean numbered = random.nextInt(3) == 0;
        String keyName = newName();
        Column key = Column.of(keyName, random.nextBoolean() ? Columns.integer() : Columns.bigint())
                .notNull();
        columns.add(numbered ? key.asIdentity(identity()) : key);
        columns.add(Column.of(newName(), Columns.integer()));
        int more = random.nextInt(5);
        for (int i = 0; i < more; i++) {
            columns.add(column());
        }
        if (random.nextInt(3) == 0) {
            columns.add(Column.of(newName(), Columns.integer())
                    .storedAs(written(columns.get(1).name()) + " + 1"));
        }
        elements.addAll(columns);
        elements.add(PrimaryKey.of(random.nextBoolean() ? newName() : null, List.of(keyName)));
        String number = columns.get(1).name();
        if (random.nextBoolean()) {
            elements.add(UniqueConstraint.of(random.nextInt(4) > 0 ? newName() : null, List.of(number, keyName)));
        }
        if (random.nextBoolean()) {
            elements.add(check(number));
        }
        if (random.nextBoolean()) {
            elements.add(reference(name, keyName, number));
        }
        if (random.nextBoolean()) {
            elements.add(index(columns));
        }
        Table table = Table.of(name, elements);
        return sqlite && !numbered && random.nextInt(3) == 0
                ? table.options(Options.NONE.with("without rowid", ""))
                : table;
    }

    private Identity identity() {
        return h2 && random.nextBoolean() ? new Identity(random.nextBoolean(), counting()) : Identity.BY_DEFAULT;
    }

    private Column column() {
        SqlType type = TYPES.get(random.nextInt(TYPES.size()));
        Column column = Column.of(newName(), type).nullable(random.nextBoolean());
        if (sqlite && type.equals(Columns.varchar(255))) {
            column = column.collate("nocase");
        }
        if (h2 && type.equals(Columns.timestamp())) {
            column = column.onUpdateSql("current_timestamp");
        }
        return random.nextBoolean() ? column : withDefault(column);
    }

    private Column withDefault(Column column) {
        if (column.type().equals(Columns.bool())) {
            return column.defaultsTo(random.nextBoolean());
        }
        if (column.type().equals(Columns.varchar(255))) {
            return column.defaultsTo(
                    List.of("", "it's", "1", "NULL", "(a)", "a -- b").get(random.nextInt(6)));
        }
        if (column.type().equals(Columns.integer()) || column.type().equals(Columns.bigint())) {
            return random.nextBoolean() ? column.defaultsTo(random.nextInt(100) - 50) : column.defaultsToSql("1 + 2");
        }
        if (column.type().equals(Columns.decimal(10, 2))) {
            return column.defaultsTo(new java.math.BigDecimal("1.50"));
        }
        if (column.type().equals(Columns.timestamp())) {
            return column.defaultsToSql("CURRENT_TIMESTAMP");
        }
        if (column.type().equals(Columns.date())) {
            return column.defaultsToSql("current_date");
        }
        return column;
    }

    private CheckConstraint check(String column) {
        String safe = written(column);
        List<String> conditions = List.of(
                safe + " > 0",
                safe + " >= 1 AND " + safe + " < 100",
                safe + " IN (1, 2, 3)",
                safe + " IS NOT NULL",
                "(" + safe + " > 0 or " + safe + " < -5) and " + safe + " <> 7",
                safe + " BETWEEN 1 AND 10",
                "abs(" + safe + ") < 12");
        return CheckConstraint.of(
                random.nextBoolean() ? newName() : null, conditions.get(random.nextInt(conditions.size())));
    }

    private static String written(String column) {
        boolean plain = column.matches("[a-z_][a-z0-9_]*");
        return plain ? column : "\"" + column.replace("\"", "\"\"") + "\"";
    }

    private ForeignKey reference(QualifiedName self, String selfKey, String number) {
        List<ReferentialAction> actions = List.of(
                ReferentialAction.NO_ACTION,
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                ReferentialAction.RESTRICT);
        String name = random.nextInt(4) > 0 ? newName() : null;
        ForeignKey.Referring beginning = new ForeignKey.Referring(name, List.of(number));
        Table other = tables.isEmpty() ? null : tables.get(random.nextInt(tables.size()));
        QualifiedName referred = other == null ? self : other.name();
        String referredKey = other == null ? selfKey : other.columns().get(0).name();
        Deferrability deferrability =
                sqlite && random.nextBoolean() ? Deferrability.INITIALLY_DEFERRED : Deferrability.NOT_DEFERRABLE;
        return ForeignKey.of(beginning.name(), beginning.columns(), referred, List.of(referredKey))
                .deferrability(deferrability)
                .onDelete(actions.get(random.nextInt(actions.size())))
                .onUpdate(actions.get(random.nextInt(actions.size())));
    }

    private Index index(List<Column> columns) {
        Index index = Constraints.index(
                newName(), columns.get(1).name(), columns.get(0).name());
        if (sqlite && random.nextBoolean()) {
            index = index.and(
                    Index.Part.column(columns.get(columns.size() - 1).name()).collate(QualifiedName.of("nocase")));
        }
        return random.nextBoolean() ? index : index.asUnique();
    }

    /** An odd name at times, and never one that was there before in any case. */
    private String newName() {
        serial++;
        return random.nextInt(4) == 0 ? NAMES.get(random.nextInt(NAMES.size())) + serial : "n" + serial;
    }
}

package dev.retort.benchmarks.program;

import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.column;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.varchar;
import static dev.retort.schema.Constraints.foreignKey;
import static dev.retort.schema.Constraints.index;
import static dev.retort.schema.Constraints.primaryKey;
import static dev.retort.schema.Constraints.unique;
import static dev.retort.schema.Constraints.unnamedCheck;

import dev.retort.schema.Columns;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A made-up schema of many tables, as entities would describe it: enums are checks without a name, and expressions are worded as people
 * write them, not as a server reports them. One enum is the same in all tables, one is another in each.
 */
public final class SampleSchema {

    /** How many tables refer to the same one. */
    private static final int GROUP = 10;

    private SampleSchema() {}

    /** So many tables, each after those that it refers to. */
    public static List<Table> of(int tables) {
        return IntStream.range(0, tables).mapToObj(SampleSchema::table).toList();
    }

    private static Table table(int number) {
        String name = name(number);
        return Columns.table(
                        name,
                        column("id", bigint()).notNull().asIdentity(),
                        column("version", integer()).notNull().defaultsTo(0),
                        column("code", varchar(40)).notNull(),
                        column("title", varchar(200)).notNull().comment("What people see"),
                        column("note", text()),
                        column("status", varchar(20)).notNull().defaultsTo("NEW"),
                        column("kind", varchar(20)),
                        column("amount", decimal(12, 2)).notNull().defaultsTo(0),
                        column("active", bool()).notNull().defaultsTo(true),
                        column("made_at", timestamp(6)).notNull().defaultsToSql("current_timestamp(6)"),
                        column("parent_id", bigint()),
                        column("group_id", bigint()).notNull(),
                        primaryKey("id"),
                        unique("uq_" + name + "_code", "code"),
                        index("ix_" + name + "_status", "status", "made_at"),
                        index("ix_" + name + "_parent", "parent_id"),
                        foreignKey("fk_" + name + "_parent", "parent_id").references(name(number / 2), "id"),
                        foreignKey("fk_" + name + "_group", "group_id")
                                .references(name(number - number % GROUP), "id")
                                .onDelete(ReferentialAction.CASCADE),
                        unnamedCheck("status in ('NEW','PAID','SENT','CANCELLED')"),
                        unnamedCheck("kind in ('A" + number + "','B" + number + "','C" + number + "')"),
                        unnamedCheck("amount >= 0"))
                .comment("Table " + number);
    }

    private static String name(int number) {
        return String.format(Locale.ROOT, "t%06d", number);
    }
}

package dev.retort.tests.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Tables made by chance from a seed: the same seed makes the same tables. */
final class GeneratedSchemas {

    private static final List<String> NAMES = List.of(
            "name",
            "order",
            "Mixed",
            "with space",
            "quo\"te",
            "tick`s",
            "größe",
            "user",
            "key",
            "value",
            "select",
            "semi;colon",
            "per%cent",
            "ques?tion",
            "a.b",
            "it's");

    private static final List<ReferentialAction> ACTIONS = List.of(
            ReferentialAction.NO_ACTION,
            ReferentialAction.RESTRICT,
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL);

    private final Random random;
    private final List<SqlType> types;

    GeneratedSchemas(long seed, List<SqlType> types) {
        this.random = new Random(seed);
        this.types = types;
    }

    /** A table, and one that refers to it. */
    List<Table> tables(int number) {
        String parent = "parent_" + number;
        return List.of(table(parent, null), table("child_" + number, parent));
    }

    private Table table(String name, @Nullable String parent) {
        List<TableElement> elements = new ArrayList<>();
        Column id = Columns.column("id", Columns.bigint()).notNull();
        elements.add(random.nextBoolean() ? id.asIdentity() : id);
        elements.add(
                random.nextBoolean() ? Constraints.primaryKey("id") : Constraints.namedPrimaryKey("pk_" + name, "id"));
        List<String> indexable = new ArrayList<>();
        List<String> free = new ArrayList<>(NAMES);
        int columns = 1 + random.nextInt(8);
        for (int i = 0; i < columns; i++) {
            String column = free.remove(random.nextInt(free.size()));
            elements.add(column(column, indexable));
        }
        elements.add(Columns.column("code", Columns.varchar(40)));
        elements.add(Columns.column("amount", Columns.integer()).defaultsTo(random.nextInt(200) - 100));
        elements.add(Columns.column("active", Columns.bool()).notNull().defaultsTo(random.nextBoolean()));
        indexable.addAll(List.of("code", "amount"));
        if (random.nextBoolean()) {
            elements.add(Constraints.unique("uq_" + name, pick(indexable)));
        }
        if (random.nextBoolean()) {
            elements.add(Constraints.index("ix_" + name, pick(indexable), "id"));
        }
        if (random.nextBoolean()) {
            elements.add(Index.of(
                    "ixd_" + name, List.of(Index.Part.column("amount").descending(true), Index.Part.column("code"))));
        }
        elements.add(check(name));
        if (parent != null) {
            elements.add(Columns.column("parent_id", Columns.bigint()));
            elements.add(new ForeignKey.Referring(random.nextBoolean() ? "fk_" + name : null, List.of("parent_id"))
                    .references(parent, "id")
                    .onDelete(ACTIONS.get(random.nextInt(ACTIONS.size()))));
            if (random.nextBoolean()) {
                elements.add(Constraints.index("ix_fk_" + name, "parent_id"));
            }
        }
        Table table = Table.of(QualifiedName.of(name), elements);
        return random.nextBoolean() ? table.comment("it's a \\ \"comment\"") : table;
    }

    private Column column(String name, List<String> indexable) {
        SqlType type = types.get(random.nextInt(types.size()));
        Column column = Columns.column(name, type);
        if (random.nextInt(3) == 0) {
            column = column.notNull();
        }
        if (random.nextInt(3) == 0) {
            column = column.comment("it's 100% \\ of \"" + name + "\"");
        }
        if (type.equals(Columns.varchar(20))) {
            indexable.add(name);
            column = random.nextBoolean() ? column.defaultsTo("it's \\ '") : column;
        }
        if (type.equals(Columns.timestamp(6))) {
            column = random.nextBoolean() ? column.defaultsToSql("current_timestamp(6)") : column;
        }
        return column;
    }

    private CheckConstraint check(String table) {
        List<String> conditions = List.of(
                "code in ('a', 'it''s')",
                "code in ('one')",
                "amount between -100 and 1000",
                "amount > -1000 and (amount < 2000 or code is not null)",
                "not (amount = 5)",
                "code like 'a%' or code is null or amount <> 3",
                "char_length(code) > 0",
                "lower(code) <> 'zzz'",
                "amount in (1, 2, 3) or amount not in (4, 5)",
                "coalesce(amount, 0) + 1 >= -500",
                "active or amount > 0",
                "not active or amount > 0");
        String name = random.nextBoolean() ? "ck_" + table : null;
        return CheckConstraint.of(name, conditions.get(random.nextInt(conditions.size())));
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }
}

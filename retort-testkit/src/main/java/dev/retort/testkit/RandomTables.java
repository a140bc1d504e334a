package dev.retort.testkit;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Random tables that a database supports; the same seed gives the same tables. They reference only earlier tables and themselves. */
final class RandomTables {

    private static final List<String> NAMES = List.of(
            "customers",
            "order",
            "Order",
            "order lines",
            "a\"b",
            "tick`s",
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
            "per%cent",
            "ques?tion",
            "semi;colon",
            "it's");

    private static final List<ReferentialAction> ACTIONS = List.of(
            ReferentialAction.NO_ACTION,
            ReferentialAction.RESTRICT,
            ReferentialAction.CASCADE,
            ReferentialAction.SET_NULL);

    private static final List<String> TEXTS = List.of("", "it's", "it's \\ '", "1", "NULL", "(a)", "a -- b");

    private final Random random;
    private final List<SqlType> types;
    private final List<Table> tables = new ArrayList<>();
    private int serial;

    private final Capabilities capabilities;
    private final DialectNames names;
    private final List<String> options;

    private RandomTables(long seed, Capabilities capabilities, DialectNames names, List<String> options) {
        this.random = new Random(seed);
        this.types = TypeCases.everywhere();
        this.capabilities = capabilities;
        this.names = names;
        this.options = options;
    }

    /** Some tables, in an order in which they can be created, with properties that a database supports. */
    static List<Table> of(long seed, int count, Capabilities capabilities, DialectNames names, List<String> options) {
        RandomTables made = new RandomTables(seed, capabilities, names, options);
        for (int i = 0; i < count; i++) {
            made.tables.add(made.table());
        }
        return made.tables;
    }

    private Table table() {
        QualifiedName name = QualifiedName.of(newName());
        String keyName = newName();
        Column key = Columns.column(keyName, chance(2) ? Columns.integer() : Columns.bigint())
                .notNull();
        Column number = Columns.column(newName(), key.type());
        Column code = Columns.column("code", Columns.varchar(40));
        Column amount = Columns.column("amount", Columns.integer()).defaultsTo(random.nextInt(200) - 100);
        Column active = Columns.column("active", Columns.bool()).notNull().defaultsTo(random.nextBoolean());
        List<TableElement> elements = new ArrayList<>();
        elements.add(chance(3) ? key.asIdentity(identity()) : key);
        elements.addAll(List.of(number, code, amount, active));
        Stream.generate(this::column).limit(random.nextInt(6)).forEach(elements::add);
        if (chance(3)) {
            elements.add(Columns.column(newName(), Columns.integer()).storedAs("amount + 1"));
        }
        if (may(Capability.VIRTUAL_COLUMNS)) {
            elements.add(Columns.column(newName(), Columns.integer()).virtualAs("amount + 2"));
        }
        elements.add(PrimaryKey.of(nameOrNone(), List.of(keyName)));
        if (chance(2)) {
            elements.add(UniqueConstraint.of(nameOrNone(), List.of("code", keyName)));
        }
        if (chance(2)) {
            elements.add(CheckConstraint.of(nameOrNone(), condition()));
        }
        if (chance(2)) {
            elements.add(reference(name, key, number));
            if (chance(2)) {
                elements.add(Index.of(newName(), number.name()));
            }
        }
        if (chance(2)) {
            elements.add(index(keyName));
        }
        Table table = withOption(Table.of(name, elements));
        return chance(2) ? table : table.comment("it's a \\ \"comment\"");
    }

    private Table withOption(Table table) {
        boolean numbered = table.columns().stream().anyMatch(column -> column.identity() != null);
        return numbered || options.isEmpty() || !chance(3)
                ? table
                : table.option(options.get(random.nextInt(options.size())), "");
    }

    /** Up or down, within a hundred numbers, or as far as the type goes. */
    private Identity identity() {
        if (!may(Capability.IDENTITY_BOUNDS)) {
            return Identity.BY_DEFAULT;
        }
        long direction = chance(2) ? 1 : -1;
        boolean bounded = chance(2);
        SequenceOptions options = SequenceOptions.of(random.nextInt(7) - 3, direction * (1 + random.nextInt(3)))
                .between(bounded ? -50L : null, bounded ? 50L : null)
                .cycle(chance(2));
        return new Identity(
                may(Capability.IDENTITY_ALWAYS),
                bounded && chance(2) ? options.cache(2L + random.nextInt(9)) : options);
    }

    private Index index(String keyName) {
        boolean down = may(Capability.DESCENDING_INDEX_PARTS);
        Index index = Index.of(
                        newName(), List.of(Index.Part.column("amount").descending(down), Index.Part.column(keyName)))
                .unique(chance(2));
        if (may(Capability.INDEX_COLLATIONS)) {
            index = index.and(Index.Part.column("code").collate(QualifiedName.of(names.collation())));
        }
        if (may(Capability.INCLUDED_COLUMNS)) {
            index = index.including(List.of("active"));
        }
        return may(Capability.PARTIAL_INDEXES) ? index.where("amount > 7") : index;
    }

    private Column column() {
        SqlType type = types.get(random.nextInt(types.size()));
        String name = newName();
        Column column = withFacts(Columns.column(name, type).nullable(!chance(3)));
        Column commented = chance(3) ? column.comment("it's 100% \\ of \"" + name + "\"") : column;
        return chance(2) ? withDefault(commented) : commented;
    }

    private Column withFacts(Column column) {
        if (column.type().equals(Columns.varchar(255)) && may(Capability.COLLATIONS)) {
            return column.collate(names.collation());
        }
        return column.type().equals(Columns.timestamp()) && may(Capability.ON_UPDATE)
                ? column.onUpdateSql("CURRENT_TIMESTAMP")
                : column;
    }

    private Column withDefault(Column column) {
        SqlType type = column.type();
        if (type.equals(Columns.bool())) {
            return column.defaultsTo(random.nextBoolean());
        }
        if (type.equals(Columns.varchar(255))) {
            return column.defaultsTo(TEXTS.get(random.nextInt(TEXTS.size())));
        }
        if (type.equals(Columns.integer()) || type.equals(Columns.bigint())) {
            boolean number = chance(2) || !capabilities.has(Capability.EXPRESSION_DEFAULTS);
            return number ? column.defaultsTo(random.nextInt(100) - 50) : column.defaultsToSql("1 + 2");
        }
        if (type.equals(Columns.decimal(10, 2))) {
            return column.defaultsTo(new BigDecimal("1.50"));
        }
        if (type.equals(Columns.timestamp())) {
            return column.defaultsToSql("CURRENT_TIMESTAMP");
        }
        return type.equals(Columns.date()) ? column.defaultsToSql("current_date") : column;
    }

    private String condition() {
        List<String> conditions = List.of(
                "code in ('a', 'it''s')",
                "code in ('one')",
                "amount > 0",
                "amount >= 1 AND amount < 100",
                "amount IS NOT NULL",
                "(amount > 0 or amount < -5) and amount <> 7",
                "amount between -100 and 1000",
                "amount > -1000 and (amount < 2000 or code is not null)",
                "not (amount = 5)",
                "code like 'a%' or code is null or amount <> 3",
                "lower(code) <> 'zzz'",
                "abs(amount) < 12",
                "amount in (1, 2, 3) or amount not in (4, 5)",
                "coalesce(amount, 0) + 1 >= -500",
                "active or amount > 0",
                "not active or amount > 0");
        return conditions.get(random.nextInt(conditions.size()));
    }

    /** A foreign key to an earlier table, or to the table itself, whose key has the same type. */
    private ForeignKey reference(QualifiedName self, Column key, Column number) {
        List<Table> others = tables.stream()
                .filter(table -> table.columns().get(0).type().equals(number.type()))
                .toList();
        Table other = others.isEmpty() ? null : others.get(random.nextInt(others.size()));
        QualifiedName referred = other == null ? self : other.name();
        String referredKey = other == null ? key.name() : other.columns().get(0).name();
        Deferrability deferrability = may(Capability.DEFERRABLE_FOREIGN_KEYS)
                ? Deferrability.INITIALLY_DEFERRED
                : Deferrability.NOT_DEFERRABLE;
        return ForeignKey.of(nameOrNone(), List.of(number.name()), referred, List.of(referredKey))
                .deferrability(deferrability)
                .onDelete(ACTIONS.get(random.nextInt(ACTIONS.size())))
                .onUpdate(ACTIONS.get(random.nextInt(ACTIONS.size())));
    }

    private boolean may(Capability capability) {
        return chance(3) && capabilities.has(capability);
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    private @Nullable String nameOrNone() {
        return chance(2) ? newName() : null;
    }

    /** An odd name at times, and never one that was used before in any case. */
    private String newName() {
        serial++;
        return chance(4) ? NAMES.get(random.nextInt(NAMES.size())) + serial : "n" + serial;
    }
}

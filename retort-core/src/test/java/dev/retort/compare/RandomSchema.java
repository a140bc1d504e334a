package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.NullsOrder;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes small schemas that resemble each other: few names, so that two of them share tables, columns, constraints and names. */
final class RandomSchema {

    private static final List<SqlType> TYPES = List.of(
            Columns.integer(),
            Columns.bigint(),
            Columns.varchar(20),
            Columns.varchar(40),
            Columns.text(),
            Columns.date());

    private final Random random;
    private final List<String> freeNames = new ArrayList<>();

    RandomSchema(long seed) {
        random = new Random(seed);
    }

    SchemaSnapshot next() {
        freeNames.clear();
        for (int i = 0; i < 60; i++) {
            freeNames.add("n" + i);
        }
        Collections.shuffle(freeNames, random);
        List<String> tableNames = new ArrayList<>(List.of("a", "b", "c", "d", "e", "f"));
        Collections.shuffle(tableNames, random);
        List<String> present = tableNames.subList(0, random.nextInt(7));
        List<Table> tables = present.stream().map(name -> table(name, present)).toList();
        List<Sequence> sequences = new ArrayList<>();
        for (String name : List.of("s1", "s2", "s3")) {
            if (random.nextBoolean()) {
                Sequence.Owner owner = oneOf(present)
                        .map(table -> new Sequence.Owner(QualifiedName.of(table), "id"))
                        .orElse(null);
                sequences.add(Sequence.of(QualifiedName.of(name), 1, 1)
                        .typed(orNull(Columns.smallint()))
                        .options(counting())
                        .ownedBy(orNull(owner)));
            }
        }
        return SchemaSnapshot.of(tables).and(sequences);
    }

    private SequenceOptions counting() {
        return SequenceOptions.of(random.nextInt(3), 1 + random.nextInt(2) * 49L)
                .between(orNull(-7L), orNull(7000L))
                .cache(orNull(20L))
                .cycle(random.nextBoolean());
    }

    private Table table(String name, List<String> present) {
        List<TableElement> elements = new ArrayList<>();
        elements.add(Column.of("id", random.nextBoolean() ? Columns.integer() : Columns.bigint())
                .notNull());
        elements.add(PrimaryKey.of(null, List.of("id")));
        for (String column : List.of("p", "q", "r", "s")) {
            if (random.nextInt(3) > 0) {
                elements.add(column(column));
                decorate(column, elements);
            }
        }
        if (random.nextBoolean()) {
            elements.add(
                    Column.of("computed", Columns.integer()).storedAs("id + 1").comment(orNull("sum")));
        }
        if (random.nextBoolean()) {
            elements.add(Column.of("number", Columns.bigint())
                    .notNull()
                    .asIdentity(new Identity(random.nextBoolean(), counting())));
        }
        for (String target : present) {
            if (random.nextInt(4) == 0) {
                String column = "ref_" + target;
                elements.add(Column.of(column, Columns.bigint()));
                elements.add(ForeignKey.of(freeName(), List.of(column), QualifiedName.of(target), List.of("id"))
                        .onDelete(ReferentialAction.SET_NULL)
                        .match(random.nextBoolean() ? Match.SIMPLE : Match.FULL)
                        .deferrability(deferrability())
                        .validated(random.nextBoolean())
                        .setColumns(random.nextBoolean() ? List.of() : List.of(column)));
            }
        }
        return madeUp(Table.of(QualifiedName.of(name), elements).comment(orNull("about " + name)), name);
    }

    /** What no operation changes is always the same for a name. */
    private static Table madeUp(Table table, String name) {
        return switch (name) {
            case "c" -> table.options(Options.NONE.with("fillfactor", "70").with("unlogged", ""));
            case "d" -> table.partitioning("range (id)");
            default -> table;
        };
    }

    private Column column(String name) {
        Column column = Column.of(name, TYPES.get(random.nextInt(TYPES.size()))).nullable(random.nextBoolean());
        if (random.nextInt(3) == 0) {
            column = random.nextBoolean() ? column.defaultsTo(random.nextInt(3)) : column.defaultsToSql("now()");
        }
        return column.comment(orNull("note " + random.nextInt(2)))
                .onUpdateSql(orNull("now()"))
                .characterSet(orNull("utf8mb4"))
                .collate(orNull(QualifiedName.of("C")))
                .invisible(name.equals("r"))
                .options(name.equals("q") ? Options.NONE.with("storage", "external") : Options.NONE);
    }

    private void decorate(String column, List<TableElement> elements) {
        switch (random.nextInt(6)) {
            case 0 ->
                elements.add(UniqueConstraint.of(freeName(), List.of(column))
                        .including(random.nextBoolean() ? List.of() : List.of("id"))
                        .nullsDistinct(random.nextBoolean())
                        .deferrability(deferrability())
                        .comment(orNull("one each"))
                        .options(random.nextBoolean() ? Options.NONE : Options.NONE.with("fillfactor", "70")));
            case 1 -> elements.add(index(column));
            case 2 ->
                elements.add(CheckConstraint.of(freeName(), "id > " + random.nextInt(2))
                        .validated(random.nextBoolean())
                        .enforced(random.nextBoolean())
                        .inherited(random.nextBoolean()));
            case 3 ->
                elements.add(Constraints.exclusion(freeName())
                        .using("gist")
                        .comparing(column, random.nextBoolean() ? "=" : "&&")
                        .where(orNull("id > " + random.nextInt(2)))
                        .deferrability(deferrability()));
            default -> {}
        }
    }

    private Index index(String column) {
        Index.Part part = Index.Part.column(column)
                .length(orNull(10))
                .collate(orNull(QualifiedName.of("C")))
                .operatorClass(orNull(QualifiedName.of("text_pattern_ops")))
                .descending(random.nextBoolean())
                .nulls(orNull(NullsOrder.FIRST));
        return Index.of(freeName(), List.of(part))
                .unique(random.nextBoolean())
                .using(orNull("hash"))
                .where(orNull("id > 0"))
                .including(random.nextBoolean() ? List.of() : List.of("id"))
                .nullsDistinct(random.nextBoolean())
                .comment(orNull("fast"))
                .options(random.nextBoolean() ? Options.NONE : Options.NONE.with("fillfactor", "70"));
    }

    private Deferrability deferrability() {
        return oneOf(List.of(Deferrability.values())).orElseThrow();
    }

    private <T> @Nullable T orNull(@Nullable T value) {
        return random.nextInt(3) == 0 ? value : null;
    }

    private <T> Optional<T> oneOf(List<T> choices) {
        return choices.isEmpty() ? Optional.empty() : Optional.of(choices.get(random.nextInt(choices.size())));
    }

    private String freeName() {
        return freeNames.remove(0);
    }
}

package dev.retort.compare;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

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
                sequences.add(Sequence.of(QualifiedName.of(name), 1, 1 + random.nextInt(2) * 49L));
            }
        }
        return SchemaSnapshot.of(tables).and(sequences);
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
        for (String target : present) {
            if (random.nextInt(4) == 0) {
                String column = "ref_" + target;
                elements.add(Column.of(column, Columns.bigint()));
                elements.add(ForeignKey.of(freeName(), List.of(column), QualifiedName.of(target), List.of("id")));
            }
        }
        return Table.of(QualifiedName.of(name), elements).comment(random.nextBoolean() ? "about " + name : null);
    }

    private Column column(String name) {
        Column column = Column.of(name, TYPES.get(random.nextInt(TYPES.size()))).nullable(random.nextBoolean());
        if (random.nextInt(3) == 0) {
            column = random.nextBoolean() ? column.defaultsTo(random.nextInt(3)) : column.defaultsToSql("now()");
        }
        return random.nextInt(4) == 0 ? column.comment("note " + random.nextInt(2)) : column;
    }

    private void decorate(String column, List<TableElement> elements) {
        switch (random.nextInt(6)) {
            case 0 -> elements.add(UniqueConstraint.of(freeName(), List.of(column)));
            case 1 -> elements.add(Index.of(freeName(), column));
            case 2 -> elements.add(CheckConstraint.of(freeName(), "id > " + random.nextInt(2)));
            case 3 ->
                elements.add(Constraints.exclusion(freeName())
                        .using("gist")
                        .comparing(column, random.nextBoolean() ? "=" : "&&")
                        .where(random.nextBoolean() ? null : "id > " + random.nextInt(2)));
            default -> {}
        }
    }

    private String freeName() {
        return freeNames.remove(0);
    }
}

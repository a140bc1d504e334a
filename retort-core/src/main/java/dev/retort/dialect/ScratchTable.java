package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A table that is made only to read back how its parts are reported. It holds definitions whose columns go together. */
public final class ScratchTable {

    /** How many definitions stand on one table. */
    private static final int ROOM = 100;

    /** Before the number of the definition in the names of what is read back. */
    private static final String PREFIX = "retort_";

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final List<Definition> definitions = new ArrayList<>();

    private ScratchTable() {}

    /** Puts definitions on as few tables as hold them. */
    public static List<ScratchTable> of(Collection<Definition> definitions) {
        List<ScratchTable> tables = new ArrayList<>();
        for (Definition definition : definitions) {
            tables.stream()
                    .filter(table -> table.hasRoomFor(definition))
                    .findFirst()
                    .orElseGet(() -> {
                        ScratchTable fresh = new ScratchTable();
                        tables.add(fresh);
                        return fresh;
                    })
                    .add(definition);
        }
        return tables;
    }

    private boolean hasRoomFor(Definition definition) {
        return definitions.size() < ROOM
                && definition.columns().stream()
                        .allMatch(column ->
                                columns.getOrDefault(column.name(), column).equals(column));
    }

    private void add(Definition definition) {
        definition.columns().forEach(column -> columns.putIfAbsent(column.name(), column));
        definitions.add(definition);
    }

    /** How many indexes it has. */
    public int indexes() {
        return (int) definitions.stream()
                .filter(definition -> definition.element() instanceof Index)
                .count();
    }

    /** A try to make a table. */
    @FunctionalInterface
    public interface Attempt {

        /** Makes it, and says whether the server has not refused it. */
        boolean makes(ScratchTable table) throws SQLException;
    }

    /** Makes this table, or its halves when it is refused: one definition that the server refuses takes no other with it. */
    public void make(Attempt attempt) throws SQLException {
        if (!attempt.makes(this) && definitions.size() > 1) {
            for (ScratchTable half : halves()) {
                half.make(attempt);
            }
        }
    }

    private List<ScratchTable> halves() {
        int middle = definitions.size() / 2;
        return Stream.of(definitions.subList(0, middle), definitions.subList(middle, definitions.size()))
                .map(ScratchTable::of)
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The table to be made.
     *
     * @param name its name, which is also the beginning of its indexes' names
     */
    public Table table(QualifiedName name) {
        List<TableElement> elements = new ArrayList<>(columns.values());
        for (int number = 0; number < definitions.size(); number++) {
            elements.add(named(definitions.get(number).element(), partOf(name, number)));
        }
        return Table.of(name, elements);
    }

    private static String partOf(QualifiedName table, int number) {
        return table.name() + "_" + PREFIX + number;
    }

    private static TableElement named(TableElement element, String name) {
        if (element instanceof Column column) {
            return column.named(name);
        }
        return element instanceof Index index ? index.named(name) : ((CheckConstraint) element).named(name);
    }

    /** The parts of the table as they are reported. */
    public Map<Definition, TableElement> readBack(Table found) {
        Map<String, TableElement> parts = new HashMap<>();
        found.columns().forEach(column -> parts.put(column.name(), column.named("")));
        found.indexes().forEach(index -> parts.put(index.name(), index.named("")));
        found.checks().forEach(check -> parts.put(Objects.toString(check.name()), check.named(null)));
        Map<Definition, TableElement> forms = new HashMap<>();
        for (int number = 0; number < definitions.size(); number++) {
            TableElement form = parts.get(partOf(found.name(), number));
            if (form != null) {
                forms.put(definitions.get(number), form);
            }
        }
        return forms;
    }
}

package dev.retort.compare;

import dev.retort.operation.AddColumn;
import dev.retort.operation.Attention;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropTable;
import dev.retort.schema.Column;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds what looks dropped and added but may have been given another name: columns of the same type, tables of the same columns. */
final class PossibleRenames {

    private PossibleRenames() {}

    static void remarkColumns(List<AddColumn> added, List<DropColumn> dropped, Changes changes) {
        Map<SqlType, Deque<String>> gone = new HashMap<>();
        for (DropColumn drop : dropped) {
            Column was = drop.was();
            if (was != null) {
                gone.computeIfAbsent(was.type(), none -> new ArrayDeque<>()).add(drop.name());
            }
        }
        for (AddColumn add : added) {
            Deque<String> names = gone.get(add.column().type());
            String before = names == null ? null : names.poll();
            if (before != null) {
                changes.remark(
                        add,
                        Attention.Kind.POSSIBLE_RENAME,
                        "Column " + add.table() + "." + before + " of the same type is dropped. If "
                                + add.column().name()
                                + " is its new name, replace both operations with a rename to keep"
                                + " the values.");
            }
        }
    }

    static void remarkTables(List<CreateTable> created, List<DropTable> dropped, Changes changes) {
        Map<Map<String, SqlType>, Deque<DropTable>> gone = new HashMap<>();
        for (DropTable drop : dropped) {
            Table was = drop.was();
            if (was != null) {
                gone.computeIfAbsent(shape(was), none -> new ArrayDeque<>()).add(drop);
            }
        }
        for (CreateTable create : created) {
            Deque<DropTable> drops = gone.get(shape(create.table()));
            DropTable before = drops == null ? null : drops.poll();
            if (before != null) {
                changes.remark(
                        create,
                        Attention.Kind.POSSIBLE_RENAME,
                        "Table " + before.name() + " with the same columns is dropped. If "
                                + create.table().name()
                                + " is its new name, replace both operations with a rename to keep the rows.");
            }
        }
    }

    private static Map<String, SqlType> shape(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, Column::type, (one, same) -> one));
    }
}

package dev.retort.dialect;

import dev.retort.schema.QualifiedName;
import java.util.List;

/** The beginning of an INSERT. */
public final class InsertInto {

    private InsertInto() {}

    /** The statement to its word VALUES, behind which the rows follow. */
    public static String values(IdentifierRules names, QualifiedName table, List<String> columns) {
        return "INSERT INTO " + names.write(table) + " (" + names.writeAll(columns) + ") VALUES";
    }
}

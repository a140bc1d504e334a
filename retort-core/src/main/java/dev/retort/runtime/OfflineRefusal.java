package dev.retort.runtime;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.JavaWork;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameIndex;

/**
 * Why an executable cannot be written as SQL, and what to write instead.
 *
 * @param why a clause
 * @param instead a sentence
 */
record OfflineRefusal(String why, String instead) {

    static OfflineRefusal of(Executable executable) {
        Operation operation = executable.operation();
        if (executable instanceof JavaWork) {
            return new OfflineRefusal(
                    "a data step in Java has no SQL",
                    "Write it in SQL, or run online. What a script does not need can be left out of it with if (!op.offline()).");
        }
        if (executable instanceof Conditional conditional) {
            return new OfflineRefusal(
                    "only the catalog knows whether to run it, and there is no "
                            + (conditional.condition() == Existence.MISSING ? "IF NOT EXISTS" : "IF EXISTS")
                            + " for it",
                    "Write it without a condition, or run online.");
        }
        if (executable.suspendsForeignKeys() && executable instanceof FromCatalog rebuild) {
            String table = rebuild.table().toString();
            return new OfflineRefusal(
                    "it rebuilds the table, whose definition only the database knows",
                    "State the definition, op.batch(\"" + table + "\", changes -> changes.from(table(\"" + table
                            + "\", …)).…), or run online.");
        }
        if (operation instanceof AlterColumn alter) {
            return new OfflineRefusal(
                    "it restates the whole column, whose definition only the database knows",
                    "State the definition, op.alterColumn(\"" + alter.table() + "\", \"" + alter.column()
                            + "\", c -> c.from(column(\"" + alter.column() + "\", …)).…), or run online.");
        }
        if (operation instanceof RenameIndex rename) {
            return new OfflineRefusal(
                    "it makes the index anew, whose definition only the database knows",
                    "Write op.dropIndex(\"" + rename.from() + "\", \"" + rename.table() + "\") and op.createIndex(\""
                            + rename.to() + "\", \"" + rename.table() + "\", …), or run online.");
        }
        return new OfflineRefusal("it depends on what is in the database", "Run online.");
    }
}

package dev.retort.script;

import dev.retort.operation.BulkInsert;
import dev.retort.operation.CompositeOperation;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SchemaChange.ColumnOf;
import dev.retort.operation.SchemaChange.ElementOf;
import dev.retort.operation.SchemaChange.Part;
import dev.retort.operation.SchemaChange.WholeObject;
import dev.retort.operation.TableBatch;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an operation that no database can run, while it is recorded, so that the error has its line. The schema model itself takes
 * whatever a database reports.
 */
final class RecordingCheck {

    private static final Pattern CREATE = Pattern.compile("\\s*create\\s.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private RecordingCheck() {}

    /**
     * Checks an operation, and those that it consists of.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    static void check(@Nullable Operation operation) {
        if (operation == null) {
            throw new IllegalArgumentException("An operation is missing.");
        }
        if (operation instanceof CustomOperation) {
            return;
        }
        if (operation instanceof CompositeOperation several) {
            several.operations().forEach(RecordingCheck::check);
        } else {
            operation.change().parts().forEach(RecordingCheck::check);
        }
        if (operation instanceof TableBatch batch) {
            addedOnce(batch);
        } else if (operation instanceof BulkInsert insert) {
            once(insert.columns(), "The insert into " + insert.table() + " has the column");
            insert.columns().forEach(column -> name(column, "a column of " + insert.table()));
        } else if (operation instanceof CreateObject create) {
            query(create.object());
        } else if (operation instanceof ReplaceObject replace) {
            query(replace.object());
        }
    }

    private static void check(Part part) {
        if (part instanceof SchemaChange.Made made) {
            made(made.object());
        } else if (part instanceof SchemaChange.Added added) {
            element(added.table(), added.element());
        } else if (part instanceof SchemaChange.AlteredColumn altered) {
            name(altered.to(), "a column of " + altered.table());
            altered.type().ifPresent(type -> type(type, altered.table() + "." + altered.to()));
            altered.identity()
                    .ifPresent(identity -> range(identity.options(), "column " + altered.table() + "." + altered.to()));
        } else if (part instanceof SchemaChange.RenamedElement renamed) {
            name(renamed.to(), "a constraint or index of " + renamed.table());
        } else if (part instanceof SchemaChange.RenamedTable renamed) {
            name(renamed.to());
        } else if (part instanceof SchemaChange.RenamedObject renamed) {
            name(renamed.to());
        }
        subject(part.subject());
    }

    private static void subject(SchemaChange.Subject subject) {
        if (subject instanceof WholeObject whole) {
            name(whole.object().name());
        } else if (subject instanceof ColumnOf column) {
            name(column.table());
            name(column.name(), "a column of " + column.table());
        } else if (subject instanceof ElementOf element) {
            name(element.table());
            if (element.name() != null || element.element() == null) {
                name(element.name(), "a constraint or index of " + element.table());
            }
        } else if (subject instanceof SchemaChange.CommentOf comment) {
            name(comment.table());
        } else if (subject instanceof SchemaChange.PartitionOf partition) {
            name(partition.table());
            name(partition.partition());
        }
    }

    private static void made(SchemaObject object) {
        if (object instanceof Table table) {
            table.elements().forEach(element -> element(table.name(), element));
            List<String> columns = table.columns().stream().map(Column::name).toList();
            once(columns, "Table " + table.name() + " has the column");
            if (!columns.isEmpty() && table.inherits().isEmpty()) {
                table.constraints().forEach(constraint -> exist(columnsOf(constraint), constraint, table));
            }
        } else if (object instanceof Sequence sequence) {
            range(sequence.options(), "sequence " + sequence.name());
        } else if (object instanceof NamedEnum words) {
            once(words.values(), "The enum type " + words.name() + " has the label");
        }
    }

    private static void query(AuxiliaryObject object) {
        if (object instanceof View view && CREATE.matcher(view.query()).matches()) {
            throw new IllegalArgumentException("The text of a view is its query, without CREATE VIEW.");
        }
    }

    // elements of tables

    private static void element(QualifiedName table, TableElement element) {
        if (element instanceof Column column) {
            String name = name(column.name(), "a column of " + table);
            type(column.type(), table + "." + name);
            if (column.identity() != null) {
                range(column.identity().options(), "column " + table + "." + name);
            }
        } else if (element instanceof Constraint constraint) {
            List<String> columns = columnsOf(constraint);
            columns.forEach(column -> name(column, "a column of " + table));
            if (constraint instanceof ForeignKey key) {
                name(key.referredTable());
                key.referredColumns().forEach(column -> name(column, "a column of " + key.referredTable()));
                once(pairs(key), described(key) + " of table " + table + " has the columns");
            } else {
                once(columns, described(constraint) + " of table " + table + " has the column");
            }
        } else if (element instanceof Index index) {
            if (index.parts().isEmpty()) {
                throw new IllegalArgumentException("Index " + index.name() + " of table " + table + " has no columns.");
            }
            index.parts().stream()
                    .filter(part -> !part.expression())
                    .forEach(part -> name(part.text(), "a column of " + table));
        }
    }

    /** The columns of a constraint; empty for one that has expressions. */
    private static List<String> columnsOf(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return key.columns();
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique.columns();
        }
        return constraint instanceof ForeignKey key ? key.columns() : List.of();
    }

    private static List<String> pairs(ForeignKey key) {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < key.columns().size(); i++) {
            pairs.add(key.columns().get(i) + "' and '" + key.referredColumns().get(i));
        }
        return pairs;
    }

    /** Some databases find a column in whatever case. */
    private static void exist(List<String> columns, Constraint constraint, Table table) {
        for (String column : columns) {
            if (table.columns().stream().noneMatch(one -> one.name().equalsIgnoreCase(column))) {
                throw new IllegalArgumentException(described(constraint) + " of table " + table.name()
                        + " has the column '" + column + "', which the table does not have.");
            }
        }
    }

    private static String described(Constraint constraint) {
        String kind = constraint instanceof PrimaryKey
                ? "The primary key"
                : constraint instanceof ForeignKey ? "The foreign key" : "The unique constraint";
        return constraint.name() == null ? kind : kind + " " + constraint.name();
    }

    private static void addedOnce(TableBatch batch) {
        Set<String> added = new HashSet<>();
        for (Part part : batch.change().parts()) {
            if (part instanceof SchemaChange.Added one && one.element() instanceof Column column) {
                if (!added.add(column.name())) {
                    throw new IllegalArgumentException(
                            "Column " + batch.table() + "." + column.name() + " is added twice in a batch.");
                }
            } else if (part instanceof SchemaChange.DroppedColumn dropped) {
                added.remove(dropped.name());
            } else if (part instanceof SchemaChange.AlteredColumn altered
                    && !altered.from().equals(altered.to())) {
                added.remove(altered.from());
            }
        }
    }

    // types, numbers and names

    private static void type(@Nullable SqlType type, String column) {
        if (type == null) {
            throw new IllegalArgumentException("The type of column " + column + " is missing.");
        }
        if (type instanceof StandardType standard && standard.length() != null && standard.length() < 0) {
            throw new IllegalArgumentException(
                    "The type " + standard.kind().name().toLowerCase(Locale.ROOT) + "(" + standard.length()
                            + ") of column " + column + " has a negative length.");
        }
        if (type instanceof EnumType words) {
            once(words.values(), "The enum type of column " + column + " has the label");
        }
    }

    private static void range(SequenceOptions options, String what) {
        Long least = options.min();
        Long greatest = options.max();
        if (least != null && greatest != null && least > greatest) {
            throw new IllegalArgumentException(
                    "The minimum of " + what + ", " + least + ", is greater than its maximum, " + greatest + ".");
        }
    }

    private static void once(List<String> names, String subject) {
        Set<String> known = new HashSet<>();
        Optional<String> twice = names.stream().filter(name -> !known.add(name)).findFirst();
        if (twice.isPresent()) {
            throw new IllegalArgumentException(subject + " '" + twice.get() + "' twice.");
        }
    }

    private static void name(QualifiedName name) {
        if (name.schema() != null) {
            name(name.schema(), "a schema");
        }
        name(name.name(), "an object");
    }

    private static String name(@Nullable String name, String what) {
        if (name == null || name.isEmpty()) {
            throw new IllegalArgumentException("The name of " + what + (name == null ? " is missing." : " is empty."));
        }
        if (name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The name '" + name.replace("\0", "\\0")
                    + "' contains the character NUL, which no database takes.");
        }
        return name;
    }
}

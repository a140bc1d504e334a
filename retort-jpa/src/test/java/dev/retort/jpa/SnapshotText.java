package dev.retort.jpa;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A snapshot as lines that a person can check against the entities. */
final class SnapshotText {

    private SnapshotText() {}

    static List<String> lines(SchemaSnapshot snapshot) {
        List<String> lines = new ArrayList<>();
        for (Table table : snapshot.tables()) {
            lines.add("table " + table.name() + comment(table.comment()));
            table.columns().forEach(column -> lines.add("  " + column(column)));
            table.constraints().forEach(constraint -> lines.add("  " + constraint(constraint)));
            table.indexes().forEach(index -> lines.add("  " + index(index)));
        }
        snapshot.sequences()
                .forEach(sequence -> lines.add(
                        "sequence " + sequence.name() + " from " + sequence.start() + " by " + sequence.increment()));
        return lines;
    }

    private static String column(Column column) {
        return column.name() + " " + ((NativeType) column.type()).text() + beside(column)
                + (column.nullable() ? "" : " not null")
                + (column.identity() == null ? "" : " identity") + defaultValue(column.defaultValue())
                + comment(column.comment());
    }

    private static String beside(Column column) {
        Generated generated = column.generated();
        return (generated == null ? "" : " as (" + generated.expression() + ")" + (generated.stored() ? " stored" : ""))
                + (column.onUpdate() == null ? "" : " on update " + column.onUpdate())
                + (column.characterSet() == null ? "" : " character set " + column.characterSet())
                + (column.collation() == null ? "" : " collate " + column.collation());
    }

    private static String defaultValue(@Nullable DefaultValue value) {
        if (value == null) {
            return "";
        }
        return value instanceof DefaultValue.Literal literal
                ? " = " + literal.value() + " (" + literal.value().getClass().getSimpleName() + ")"
                : " = sql " + ((DefaultValue.Expression) value).sql();
    }

    private static String constraint(Constraint constraint) {
        String name = constraint.name() == null ? "" : " " + constraint.name();
        if (constraint instanceof PrimaryKey key) {
            return "primary key" + name + " " + key.columns();
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "unique" + name + " " + unique.columns();
        }
        if (constraint instanceof CheckConstraint check) {
            return "check" + name + " " + check.expression();
        }
        ForeignKey key = (ForeignKey) constraint;
        return "foreign key" + name + " " + key.columns() + " -> " + key.referredTable() + " " + key.referredColumns()
                + (key.onDelete() == ReferentialAction.NO_ACTION ? "" : " on delete " + key.onDelete());
    }

    private static String index(Index index) {
        String parts = index.parts().stream()
                .map(part -> part.text() + (part.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
        return "index " + index.name() + " [" + parts + "]";
    }

    private static String comment(@Nullable String comment) {
        return comment == null ? "" : " -- " + comment;
    }
}

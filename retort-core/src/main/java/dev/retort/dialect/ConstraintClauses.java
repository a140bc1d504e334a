package dev.retort.dialect;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The clauses of constraints in CREATE TABLE and after ADD. */
final class ConstraintClauses {

    private final IdentifierRules names;
    private final Function<Index.Part, String> indexPart;
    private final BiFunction<Options, @Nullable String, String> ofIndex;

    /**
     * The clauses of a database.
     *
     * @param indexPart writes a part of an index
     * @param ofIndex writes the options and the comment of a constraint's index
     */
    ConstraintClauses(
            IdentifierRules names,
            Function<Index.Part, String> indexPart,
            BiFunction<Options, @Nullable String, String> ofIndex) {
        this.names = names;
        this.indexPart = indexPart;
        this.ofIndex = ofIndex;
    }

    /**
     * The clause of a constraint.
     *
     * @param words what follows CONSTRAINT, with a space after it
     * @param behind what follows PRIMARY KEY, UNIQUE or FOREIGN KEY, with a space after it
     * @param referred the name by which a foreign key has to reference its table
     */
    String of(Constraint constraint, String words, String behind, UnaryOperator<QualifiedName> referred) {
        String name = constraint.name() == null ? "" : "CONSTRAINT " + words + names.write(constraint.name()) + " ";
        return name + body(constraint, behind, referred);
    }

    private String body(Constraint constraint, String behind, UnaryOperator<QualifiedName> referred) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY " + behind + "(" + names.writeAll(key.columns()) + ")" + including(key.included())
                    + deferred(key.deferrability());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return "UNIQUE " + behind + (unique.nullsDistinct() ? "" : "NULLS NOT DISTINCT ") + "("
                    + names.writeAll(unique.columns()) + ")" + including(unique.included())
                    + ofIndex.apply(unique.options(), unique.comment()) + deferred(unique.deferrability());
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion(exclusion);
        }
        if (constraint instanceof CheckConstraint check) {
            return "CHECK (" + check.expression() + ")" + (check.inherited() ? "" : " NO INHERIT")
                    + (check.enforced() ? "" : " NOT ENFORCED") + validated(check.validated() || !check.enforced());
        }
        return foreignKey((ForeignKey) constraint, behind, referred);
    }

    private String exclusion(ExclusionConstraint exclusion) {
        String elements = exclusion.elements().stream()
                .map(element -> indexPart.apply(element.part()) + " WITH " + element.operator())
                .collect(Collectors.joining(", "));
        return "EXCLUDE" + (exclusion.method() == null ? "" : " USING " + exclusion.method()) + " (" + elements + ")"
                + including(exclusion.included()) + ofIndex.apply(exclusion.options(), exclusion.comment())
                + (exclusion.where() == null ? "" : " WHERE (" + exclusion.where() + ")")
                + deferred(exclusion.deferrability());
    }

    private String foreignKey(ForeignKey key, String behind, UnaryOperator<QualifiedName> referred) {
        String set = key.setColumns().isEmpty() ? "" : " (" + names.writeAll(key.setColumns()) + ")";
        return "FOREIGN KEY " + behind + "(" + names.writeAll(key.columns()) + ") REFERENCES "
                + names.write(referred.apply(key.referredTable())) + " (" + names.writeAll(key.referredColumns()) + ")"
                + (key.match() == Match.SIMPLE ? "" : " MATCH " + key.match())
                + action(" ON DELETE ", key.onDelete(), set) + action(" ON UPDATE ", key.onUpdate(), "")
                + deferred(key.deferrability()) + validated(key.validated());
    }

    private static String action(String clause, ReferentialAction action, String columns) {
        return action == ReferentialAction.NO_ACTION ? "" : clause + action.sql() + columns;
    }

    /** The INCLUDE clause, with a space before; empty for none. */
    String including(List<String> columns) {
        return columns.isEmpty() ? "" : " INCLUDE (" + names.writeAll(columns) + ")";
    }

    private static String deferred(Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE
                ? ""
                : " DEFERRABLE " + deferrability.name().replace('_', ' ');
    }

    private static String validated(boolean known) {
        return known ? "" : " NOT VALID";
    }
}

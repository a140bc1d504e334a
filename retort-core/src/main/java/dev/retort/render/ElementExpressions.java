package dev.retort.render;

import dev.retort.operation.SequenceChange;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tables and their elements, with the factories of {@code Columns} and {@code Constraints}. */
final class ElementExpressions {

    private final Imports imports;
    private final ValueExpressions values;
    private final TypeExpressions types;

    ElementExpressions(Imports imports, ValueExpressions values) {
        this.imports = imports;
        this.values = values;
        this.types = new TypeExpressions(imports, values);
    }

    Expression type(SqlType type) {
        return types.type(type);
    }

    /** The table's name followed by its elements. */
    List<Expression> nameAndElements(Table table) {
        List<Expression> arguments = new ArrayList<>();
        arguments.add(values.text(table.name().toString()));
        table.elements().forEach(element -> arguments.add(element(element)));
        return arguments;
    }

    /** The table as one value, for what its elements do not say. */
    Expression table(Table table) {
        Expression whole = Expression.call(imports.columnWord("table"), nameAndElements(table));
        Expression spread = table.elements().isEmpty() ? whole : whole.spreadOut();
        Expression all = commented(spread, table.comment());
        if (table.partitioning() != null) {
            all = all.then("partitioning", values.text(table.partitioning()));
        }
        if (!table.inherits().isEmpty()) {
            all = all.then(
                    "inherits",
                    Expression.call(
                            imports.type(List.class) + ".of",
                            table.inherits().stream().map(this::parsed).toList()));
        }
        return withOptions(all, table.options());
    }

    private Expression element(TableElement element) {
        if (element instanceof Column column) {
            return column(column);
        }
        return element instanceof Index index ? index(index) : constraint((Constraint) element);
    }

    Expression column(Column column) {
        Expression whole =
                Expression.call(imports.columnWord("column"), values.text(column.name()), types.type(column.type()));
        if (!column.nullable()) {
            whole = whole.then("notNull");
        }
        DefaultValue value = column.defaultValue();
        if (value != null) {
            whole = withDefault(whole, value);
        }
        Identity identity = column.identity();
        if (identity != null) {
            whole = identified(whole, identity);
        }
        Generated generated = column.generated();
        if (generated != null) {
            whole = whole.then(generated.stored() ? "storedAs" : "virtualAs", values.text(generated.expression()));
        }
        if (column.onUpdate() != null) {
            whole = whole.then("onUpdateSql", values.text(column.onUpdate()));
        }
        if (column.characterSet() != null) {
            whole = whole.then("characterSet", values.text(column.characterSet()));
        }
        if (column.collation() != null) {
            whole = whole.then("collate", name(column.collation()));
        }
        if (column.invisible()) {
            whole = whole.then("asInvisible");
        }
        return withOptions(commented(whole, column.comment()), column.options());
    }

    private Expression commented(Expression whole, @Nullable String comment) {
        return comment == null ? whole : whole.then("comment", values.text(comment));
    }

    private Expression identified(Expression whole, Identity identity) {
        if (identity.equals(Identity.BY_DEFAULT)) {
            return whole.then("asIdentity");
        }
        if (!identity.equals(Identity.of(identity.always(), identity.start(), identity.increment()))) {
            return whole.then("asIdentity", identity(identity));
        }
        return whole.then(
                identity.always() ? "asIdentityAlways" : "asIdentity",
                values.number(identity.start()),
                values.number(identity.increment()));
    }

    /** How a column is numbered, said whole. */
    Expression identity(Identity identity) {
        Expression word = Expression.call(imports.columnWord(identity.always() ? "identityAlways" : "identity"));
        return counting(word, identity.options());
    }

    /** A sequence, said whole. */
    Expression sequence(Sequence sequence) {
        Expression whole = Expression.call(
                imports.columnWord("sequence"), values.text(sequence.name().toString()));
        if (sequence.type() != null) {
            whole = whole.then("typed", types.type(sequence.type()));
        }
        whole = counting(whole, sequence.options());
        return sequence.owner() == null ? whole : owned(whole, sequence.owner());
    }

    private Expression counting(Expression word, SequenceOptions options) {
        Expression whole = word;
        for (SequenceChange change : SequenceChange.between(SequenceOptions.of(1, 1), options)) {
            whole = change(whole, change);
        }
        return whole;
    }

    /** An aspect of a sequence, as sequences and alterations of sequences say it. */
    Expression change(Expression whole, SequenceChange change) {
        if (change instanceof SequenceChange.Type type) {
            SqlType to = type.to() == null ? StandardType.of(TypeKind.BIGINT) : type.to();
            return whole.then("type", types.type(to));
        }
        if (change instanceof SequenceChange.Start start) {
            return whole.then("startWith", values.number(start.to()));
        }
        if (change instanceof SequenceChange.Increment increment) {
            return whole.then("incrementBy", values.number(increment.to()));
        }
        if (change instanceof SequenceChange.Min min) {
            return withOptional(whole, "min", min.to(), "noMin");
        }
        if (change instanceof SequenceChange.Max max) {
            return withOptional(whole, "max", max.to(), "noMax");
        }
        if (change instanceof SequenceChange.Cache cache) {
            return withOptional(whole, "cache", cache.to(), "usualCache");
        }
        if (change instanceof SequenceChange.Cycle cycle) {
            return whole.then(cycle.to() ? "cycle" : "noCycle");
        }
        Sequence.Owner owner = ((SequenceChange.Owner) change).to();
        return owner == null ? whole.then("noOwner") : owned(whole, owner);
    }

    private Expression withOptional(Expression whole, String word, @Nullable Long number, String wordForNone) {
        return number == null ? whole.then(wordForNone) : whole.then(word, values.number(number));
    }

    private Expression owned(Expression whole, Sequence.Owner owner) {
        return whole.then("ownedBy", values.text(owner.table().toString()), values.text(owner.column()));
    }

    private Expression withOptions(Expression whole, Options options) {
        Expression all = whole;
        for (Map.Entry<String, String> option : options.values().entrySet()) {
            all = all.then("option", values.text(option.getKey()), values.text(option.getValue()));
        }
        return all;
    }

    /** A name that needs no schema is a mere text. */
    private Expression name(QualifiedName name) {
        return name.schema() == null ? values.text(name.name()) : parsed(name);
    }

    private Expression parsed(QualifiedName name) {
        return Expression.call(imports.schemaClass("QualifiedName") + ".parse", values.text(name.toString()));
    }

    /** A collation, as alterations of columns say it. */
    Expression withCollation(Expression whole, @Nullable String characterSet, @Nullable QualifiedName collation) {
        if (characterSet == null && collation != null && collation.schema() == null) {
            return whole.then("collate", values.text(collation.name()));
        }
        return whole.then(
                "collation", values.text(characterSet), collation == null ? values.text(null) : parsed(collation));
    }

    /** A default, as columns and alterations of columns say it. */
    Expression withDefault(Expression whole, DefaultValue value) {
        if (value.equals(DefaultValue.NOW)) {
            return whole.then("defaultsToNow");
        }
        return value instanceof DefaultValue.Literal literal
                ? whole.then("defaultsTo", values.value(literal.value()))
                : whole.then("defaultsToSql", values.text(((DefaultValue.Expression) value).sql()));
    }

    Expression constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            Expression whole = named(key.name() == null ? "primaryKey" : "namedPrimaryKey", key.name(), key.columns());
            return deferred(including(whole, key.included()), key.deferrability());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return unique(unique);
        }
        if (constraint instanceof ExclusionConstraint exclusion) {
            return exclusion(exclusion);
        }
        return constraint instanceof CheckConstraint check ? check(check) : foreignKey((ForeignKey) constraint);
    }

    private Expression unique(UniqueConstraint unique) {
        Expression whole = including(
                named(unique.name() == null ? "unnamedUnique" : "unique", unique.name(), unique.columns()),
                unique.included());
        whole = deferred(claim(whole, "nullsDistinct", unique.nullsDistinct()), unique.deferrability());
        return withOptions(commented(whole, unique.comment()), unique.options());
    }

    private Expression exclusion(ExclusionConstraint exclusion) {
        Expression whole =
                named(exclusion.name() == null ? "unnamedExclusion" : "exclusion", exclusion.name(), List.of());
        if (exclusion.method() != null) {
            whole = whole.then("using", values.text(exclusion.method()));
        }
        for (ExclusionConstraint.Element element : exclusion.elements()) {
            whole = compared(whole, element.part(), values.text(element.operator()));
        }
        whole = including(whole, exclusion.included());
        if (exclusion.where() != null) {
            whole = whole.then("where", values.text(exclusion.where()));
        }
        whole = commented(deferred(whole, exclusion.deferrability()), exclusion.comment());
        return withOptions(whole, exclusion.options());
    }

    private Expression compared(Expression whole, Index.Part part, Expression operator) {
        return part.equals(bare(part))
                ? whole.then(part.expression() ? "comparingSql" : "comparing", values.text(part.text()), operator)
                : whole.then("comparing", part(part), operator);
    }

    private Expression check(CheckConstraint check) {
        Expression whole =
                named(check.name() == null ? "unnamedCheck" : "check", check.name(), List.of(check.expression()));
        whole = claim(whole, "validated", check.validated());
        whole = claim(whole, "enforced", check.enforced());
        return claim(whole, "inherited", check.inherited());
    }

    /** What is usually true and is only said when it is not. */
    private static Expression claim(Expression whole, String word, boolean holds) {
        return holds ? whole : whole.then(word, Expression.text("false"));
    }

    private Expression including(Expression whole, List<String> columns) {
        return columns.isEmpty() ? whole : whole.then("including", list(columns));
    }

    private Expression list(List<String> names) {
        return Expression.call(imports.type(List.class) + ".of", values.texts(names));
    }

    private Expression deferred(Expression whole, Deferrability deferrability) {
        return deferrability == Deferrability.NOT_DEFERRABLE
                ? whole
                : whole.then(
                        "deferrability", Expression.text(imports.schemaClass("Deferrability") + "." + deferrability));
    }

    private Expression named(String word, @Nullable String name, List<String> others) {
        List<Expression> arguments = new ArrayList<>();
        if (name != null) {
            arguments.add(values.text(name));
        }
        arguments.addAll(values.texts(others));
        return Expression.call(imports.constraintWord(word), arguments);
    }

    private Expression foreignKey(ForeignKey key) {
        List<Expression> target = new ArrayList<>();
        target.add(values.text(key.referredTable().toString()));
        target.addAll(values.texts(key.referredColumns()));
        Expression whole = named(key.name() == null ? "unnamedForeignKey" : "foreignKey", key.name(), key.columns())
                .then("references", target.toArray(Expression[]::new));
        if (key.onDelete() != ReferentialAction.NO_ACTION) {
            whole = whole.then("onDelete", action(key.onDelete()));
        }
        if (key.onUpdate() != ReferentialAction.NO_ACTION) {
            whole = whole.then("onUpdate", action(key.onUpdate()));
        }
        if (key.match() != Match.SIMPLE) {
            whole = whole.then("match", Expression.text(imports.schemaClass("Match") + "." + key.match()));
        }
        if (!key.setColumns().isEmpty()) {
            whole = whole.then("setColumns", list(key.setColumns()));
        }
        return deferred(claim(whole, "validated", key.validated()), key.deferrability());
    }

    private Expression action(ReferentialAction action) {
        return Expression.text(imports.schemaClass("ReferentialAction") + "." + action);
    }

    /** Whether an index says nothing but its name and columns. */
    static boolean isPlain(Index index) {
        String[] columns = index.parts().stream().map(Index.Part::text).toArray(String[]::new);
        return index.equals(Index.of(index.name(), columns));
    }

    Expression index(Index index) {
        List<String> columns = index.parts().stream()
                .takeWhile(part -> part.equals(Index.Part.column(part.text())))
                .map(Index.Part::text)
                .toList();
        Expression whole = named(index.unique() ? "uniqueIndex" : "index", index.name(), columns);
        for (Index.Part part :
                index.parts().subList(columns.size(), index.parts().size())) {
            whole = part(whole, part);
        }
        if (index.method() != null) {
            whole = whole.then("using", values.text(index.method()));
        }
        if (index.where() != null) {
            whole = whole.then("where", values.text(index.where()));
        }
        whole = claim(including(whole, index.included()), "nullsDistinct", index.nullsDistinct());
        return withOptions(commented(whole, index.comment()), index.options());
    }

    private Expression part(Expression whole, Index.Part part) {
        if (part.equals(bare(part).descending(part.descending()))) {
            String direction = part.descending() ? "descending" : "ascending";
            return whole.then(direction + (part.expression() ? "Sql" : ""), values.text(part.text()));
        }
        return whole.then("and", part(part));
    }

    private static Index.Part bare(Index.Part part) {
        return part.expression() ? Index.Part.expression(part.text()) : Index.Part.column(part.text());
    }

    /** A part of an index as a value. */
    private Expression part(Index.Part part) {
        Expression more = Expression.call(
                imports.schemaClass("Index") + ".Part." + (part.expression() ? "expression" : "column"),
                values.text(part.text()));
        if (part.length() != null) {
            more = more.then("length", values.number(part.length()));
        }
        if (part.collation() != null) {
            more = more.then("collate", parsed(part.collation()));
        }
        if (part.operatorClass() != null) {
            more = more.then("operatorClass", parsed(part.operatorClass()));
        }
        if (part.descending()) {
            more = more.then("descending", Expression.text("true"));
        }
        if (part.nulls() != null) {
            more = more.then("nulls", Expression.text(imports.schemaClass("NullsOrder") + "." + part.nulls()));
        }
        return more;
    }
}

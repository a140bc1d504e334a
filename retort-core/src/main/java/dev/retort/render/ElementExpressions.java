package dev.retort.render;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tables and what stands between their parentheses, in the words of {@code Columns} and {@code Constraints}. */
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
        return table.comment() == null ? spread : spread.then("comment", values.text(table.comment()));
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
            whole = identity.equals(Identity.BY_DEFAULT)
                    ? whole.then("asIdentity")
                    : whole.then(
                            identity.always() ? "asIdentityAlways" : "asIdentity",
                            values.number(identity.start()),
                            values.number(identity.increment()));
        }
        return column.comment() == null ? whole : whole.then("comment", values.text(column.comment()));
    }

    /** A default, as columns and alterations of columns say it. */
    Expression withDefault(Expression whole, DefaultValue value) {
        return value instanceof DefaultValue.Literal literal
                ? whole.then("defaultsTo", values.value(literal.value()))
                : whole.then("defaultsToSql", values.text(((DefaultValue.Expression) value).sql()));
    }

    Expression constraint(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return named(key.name() == null ? "primaryKey" : "namedPrimaryKey", key.name(), key.columns());
        }
        if (constraint instanceof UniqueConstraint unique) {
            return named(unique.name() == null ? "unnamedUnique" : "unique", unique.name(), unique.columns());
        }
        if (constraint instanceof CheckConstraint check) {
            return named(check.name() == null ? "unnamedCheck" : "check", check.name(), List.of(check.expression()));
        }
        return foreignKey((ForeignKey) constraint);
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
        return whole;
    }

    private Expression action(ReferentialAction action) {
        return Expression.text(imports.schemaClass("ReferentialAction") + "." + action);
    }

    /** Whether an index says nothing but its name and columns. */
    static boolean isPlain(Index index) {
        return isOverColumns(index) && !index.unique() && index.method() == null && index.where() == null;
    }

    private static boolean isOverColumns(Index index) {
        return index.parts().stream().noneMatch(part -> part.expression() || part.descending());
    }

    Expression index(Index index) {
        List<String> columns = index.parts().stream()
                .takeWhile(part -> part.equals(Index.Part.column(part.text())))
                .map(Index.Part::text)
                .toList();
        Expression whole = named(index.unique() ? "uniqueIndex" : "index", index.name(), columns);
        for (Index.Part part :
                index.parts().subList(columns.size(), index.parts().size())) {
            String direction = part.descending() ? "descending" : "ascending";
            whole = whole.then(direction + (part.expression() ? "Sql" : ""), values.text(part.text()));
        }
        if (index.method() != null) {
            whole = whole.then("using", values.text(index.method()));
        }
        return index.where() == null ? whole : whole.then("where", values.text(index.where()));
    }
}

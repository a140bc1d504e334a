package dev.retort.tests.conformance;

import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Recorded columns, constraints and indexes as ours.
 *
 * @param types those of its columns
 */
record DdlElements(DdlTypes types) {

    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    /** A table of recorded elements. */
    Table table(QualifiedName name, JsonNode elements) {
        List<TableElement> all = new ArrayList<>();
        for (JsonNode element : elements) {
            switch (element.get("kind").asString()) {
                case "column" -> addColumn(all, name.name(), element, countsByItself(element, elements));
                case "primary_key" -> all.add(PrimaryKey.of(text(element, "name"), columns(element)));
                case "unique" -> all.add(unique(element));
                case "check" -> all.add(check(element));
                case "foreign_key" -> all.add(foreignKey(element));
                default -> throw new IllegalArgumentException("An unknown element: " + element);
            }
        }
        return Table.of(name, all);
    }

    private void addColumn(List<TableElement> all, String table, JsonNode element, boolean counts) {
        String name = element.get("name").asString();
        all.add(counts ? column(element).asIdentity() : column(element));
        if (element.has("unique")) {
            all.add(UniqueConstraint.of(null, List.of(name)));
        }
        if (element.has("index")) {
            all.add(Index.of("ix_" + table + "_" + name, name));
        }
    }

    /** Whether SQLAlchemy numbers the rows without being told to. In SQLite, the database does. */
    private boolean countsByItself(JsonNode column, JsonNode elements) {
        return types.kind() != DatabaseUnderTest.SQLITE
                && !column.has("autoincrement")
                && !column.has("default")
                && !column.has("identity")
                && INTEGERS.contains(column.get("type").get("kind").asString())
                && StreamSupport.stream(elements.spliterator(), false)
                        .filter(element -> element.get("kind").asString().equals("primary_key"))
                        .anyMatch(key ->
                                columns(key).equals(List.of(column.get("name").asString())));
    }

    Column column(JsonNode column) {
        return Column.of(column.get("name").asString(), types.of(column.get("type")))
                .nullable(!column.has("nullable") || column.get("nullable").asBoolean())
                .withDefault(defaultValue(column, "default"))
                .asIdentity(column.has("identity") ? identity(column.get("identity")) : null)
                .generated(column.has("computed") ? generated(column.get("computed")) : null)
                .comment(text(column, "comment"));
    }

    private static Identity identity(JsonNode identity) {
        return Identity.of(
                identity.get("always").asBoolean(),
                identity.get("start").asInt(),
                identity.get("increment").asInt());
    }

    private static Generated generated(JsonNode computed) {
        return new Generated(
                computed.get("expression").asString(), computed.get("stored").asBoolean());
    }

    static @Nullable DefaultValue defaultValue(JsonNode object, String field) {
        if (!object.has(field) || object.get(field).isNull()) {
            return null;
        }
        JsonNode value = object.get(field);
        return value.has("literal")
                ? new DefaultValue.Literal(value.get("literal").asString())
                : new DefaultValue.Expression(value.get("expression").asString());
    }

    UniqueConstraint unique(JsonNode unique) {
        return UniqueConstraint.of(text(unique, "name"), columns(unique)).deferrability(deferrability(unique));
    }

    CheckConstraint check(JsonNode check) {
        return CheckConstraint.of(text(check, "name"), check.get("expression").asString());
    }

    ForeignKey foreignKey(JsonNode key) {
        return ForeignKey.of(
                        text(key, "name"),
                        columns(key),
                        QualifiedName.of(key.get("to_table").asString()),
                        RecordedDdl.texts(key.get("to_columns")))
                .onDelete(action(key, "on_delete"))
                .onUpdate(action(key, "on_update"))
                .deferrability(deferrability(key))
                .validated(!key.has("not_valid") || types.kind() != DatabaseUnderTest.POSTGRESQL);
    }

    Index index(JsonNode index) {
        List<Index.Part> parts = new ArrayList<>();
        for (JsonNode part : index.get("columns")) {
            parts.add(
                    part.has("expression")
                            ? Index.Part.expression(part.get("expression").asString())
                            : Index.Part.column(part.asString()));
        }
        return Index.of(index.get("name").asString(), parts)
                .unique(index.has("unique") && index.get("unique").asBoolean())
                .where(text(index, "where"))
                .using(text(index, "using"))
                .including(index.has("include") ? RecordedDdl.texts(index.get("include")) : List.of())
                .nullsDistinct(!index.has("nulls_not_distinct"));
    }

    static List<String> columns(JsonNode object) {
        return RecordedDdl.texts(object.get("columns"));
    }

    private static Deferrability deferrability(JsonNode constraint) {
        if (!constraint.has("deferrable")) {
            return Deferrability.NOT_DEFERRABLE;
        }
        return constraint.has("initially")
                        && constraint.get("initially").asString().equals("DEFERRED")
                ? Deferrability.INITIALLY_DEFERRED
                : Deferrability.INITIALLY_IMMEDIATE;
    }

    private static ReferentialAction action(JsonNode key, String event) {
        String action = text(key, event);
        return action == null
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(action.replace(' ', '_').toUpperCase(Locale.ROOT));
    }

    static @Nullable String text(JsonNode object, String field) {
        return object.has(field) && !object.get(field).isNull()
                ? object.get(field).asString()
                : null;
    }
}

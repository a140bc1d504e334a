package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operation, and the statements that Alembic renders for it.
 *
 * @param line the number of its line in the recording, from 1
 * @param dialect the database, by Alembic's name
 * @param operation the operation, by Alembic's name
 * @param args the arguments of the operation
 * @param sql the statements in order; empty if Alembic refuses the operation
 */
record RecordedDdl(int line, String dialect, String operation, JsonNode args, List<String> sql) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The lines of a recording, an object a line. */
    static List<RecordedDdl> read(List<String> lines) {
        List<RecordedDdl> all = new ArrayList<>();
        for (String line : lines) {
            all.add(of(all.size() + 1, JSON.readTree(line)));
        }
        return all;
    }

    private static RecordedDdl of(int line, JsonNode object) {
        return new RecordedDdl(
                line,
                object.get("dialect").asString(),
                object.get("op").asString(),
                object.get("args"),
                object.has("sql") ? texts(object.get("sql")) : List.of());
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    boolean isOf(DatabaseUnderTest kind) {
        return dialect.equals(kind.name().toLowerCase(Locale.ROOT));
    }

    /** Whether an argument is given and neither false nor null. */
    boolean says(String argument) {
        return args.has(argument)
                && !args.get(argument).isNull()
                && !args.get(argument).toString().equals("false");
    }

    /** Whether a column that it adds or alters is of one of some types, by their recorded names. */
    boolean isOfType(String... kinds) {
        List<JsonNode> types = new ArrayList<>(args.findValues("type"));
        return types.stream()
                .filter(type -> type.has("kind"))
                .anyMatch(type -> List.of(kinds).contains(type.get("kind").asString()));
    }

    /** Whether a column has a default. */
    boolean hasDefault() {
        return !args.findValues("default").isEmpty();
    }

    @Override
    public String toString() {
        return "line " + line + ": " + dialect + " " + operation + " " + args;
    }
}

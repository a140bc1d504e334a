package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Two schemas of one database.
 *
 * @param kind the database
 * @param name what the pair is about
 * @param before the statements that build the one
 * @param after the statements that build the other
 */
record SchemaPair(DatabaseUnderTest kind, String name, List<String> before, List<String> after) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The pairs of a recording, an object a line. */
    static List<SchemaPair> read(String lines) {
        return lines.lines().filter(line -> !line.isBlank()).map(SchemaPair::of).toList();
    }

    /** The same for a cousin of the database, which may refuse its statements. */
    SchemaPair on(DatabaseUnderTest cousin) {
        return new SchemaPair(cousin, name, before, after);
    }

    /** Whether a database takes the statements of both schemas. */
    boolean canBeMade() throws SQLException {
        for (List<String> schema : List.of(before, after)) {
            try (TestDatabase database = kind.fresh();
                    Connection connection = database.open()) {
                build(connection, schema);
            } catch (SQLException refused) {
                return false;
            }
        }
        return true;
    }

    /** Runs statements, which must not fail. */
    void build(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new SQLException(this + " cannot be made: " + refused.getMessage(), refused);
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + " | " + name;
    }

    private static SchemaPair of(String line) {
        JsonNode pair = JSON.readTree(line);
        return new SchemaPair(
                DatabaseUnderTest.valueOf(pair.get("dialect").asString().toUpperCase(Locale.ROOT)),
                pair.get("name").asString(),
                texts(pair.get("old")),
                texts(pair.get("new")));
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}

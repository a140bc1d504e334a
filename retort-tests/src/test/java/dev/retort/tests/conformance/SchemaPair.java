package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
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

    /** The database does not take a statement of the pair. */
    static final class NotMadeException extends SQLException {

        private static final long serialVersionUID = 1L;

        private NotMadeException(SchemaPair pair, SQLException refused) {
            super(pair + " cannot be made: " + refused.getMessage(), refused);
        }
    }

    /** Runs statements of the pair. */
    void build(Connection connection, List<String> statements) throws NotMadeException {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException refused) {
            throw new NotMadeException(this, refused);
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

package dev.retort.benchmarks.program;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A query that was sent to a database, to be sent again.
 *
 * @param sql the text, with a question mark per parameter
 * @param parameters the parameters in order
 */
public record RecordedQuery(String sql, List<Parameter> parameters) {

    public RecordedQuery {
        parameters = List.copyOf(parameters);
    }

    /** The types of parameters. */
    public enum ParameterType {
        /** A text that is null. */
        NULL,
        /** A text. */
        TEXT,
        /** An array of texts. */
        TEXTS
    }

    /**
     * The value of a parameter.
     *
     * @param type what it is
     * @param texts its only text, or all texts of an array
     */
    public record Parameter(ParameterType type, List<String> texts) {

        public Parameter {
            texts = List.copyOf(texts);
        }

        private void set(PreparedStatement statement, int position) throws SQLException {
            switch (type) {
                case NULL -> statement.setString(position, null);
                case TEXT -> statement.setString(position, texts.get(0));
                case TEXTS ->
                    statement.setArray(position, statement.getConnection().createArrayOf("text", texts.toArray()));
            }
        }
    }

    /** Sends the query and reads every value of the answer. */
    void run(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                parameters.get(i).set(statement, i + 1);
            }
            try (ResultSet row = statement.executeQuery()) {
                int columns = row.getMetaData().getColumnCount();
                while (row.next()) {
                    for (int i = 1; i <= columns; i++) {
                        row.getString(i);
                    }
                }
            }
        }
    }

    /** Writes queries to a file. */
    public static void write(List<RecordedQuery> queries, Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            out.writeInt(queries.size());
            for (RecordedQuery query : queries) {
                out.writeUTF(query.sql);
                out.writeInt(query.parameters.size());
                for (Parameter parameter : query.parameters) {
                    out.writeUTF(parameter.type.name());
                    out.writeInt(parameter.texts.size());
                    for (String text : parameter.texts) {
                        out.writeUTF(text);
                    }
                }
            }
        }
    }

    /** Reads what was written. */
    static List<RecordedQuery> read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            List<RecordedQuery> queries = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                queries.add(new RecordedQuery(in.readUTF(), parameters(in)));
            }
            return queries;
        }
    }

    private static List<Parameter> parameters(DataInputStream in) throws IOException {
        List<Parameter> parameters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            ParameterType type = ParameterType.valueOf(in.readUTF());
            List<String> texts = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                texts.add(in.readUTF());
            }
            parameters.add(new Parameter(type, texts));
        }
        return parameters;
    }
}

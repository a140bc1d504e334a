package dev.retort.tests.conformance;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.InspectionScope;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database in which statements are tried, and of which nothing is left afterwards. */
final class DdlDatabase implements AutoCloseable {

    /** The schemas that the recordings name. */
    private static final List<String> SCHEMAS = List.of("app", "Sales");

    private final TestDatabase database;
    private final Connection connection;
    private final Dialect dialect;
    private final String prefix;

    private DdlDatabase(TestDatabase database, Connection connection) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.dialect = Dialects.loadedFrom(DdlDatabase.class.getClassLoader()).forConnection(connection);
        this.prefix = database.kind().isLikeMariadb() ? connection.getCatalog() + "_" : "";
    }

    /** A new database with the schemas of the recordings. */
    static DdlDatabase of(DatabaseUnderTest kind) throws SQLException {
        TestDatabase database = kind.fresh();
        DdlDatabase made = new DdlDatabase(database, database.open());
        made.makeSchemas();
        return made;
    }

    /** What is done in the database, and what comes of it. */
    interface Work<T> {
        T of(DdlDatabase database) throws SQLException;
    }

    /** Does something and takes it back. */
    <T> T trying(Work<T> work) throws SQLException {
        if (kind() == DatabaseUnderTest.POSTGRESQL) {
            connection.setAutoCommit(false);
            try {
                return work.of(this);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
        if (!kind().isLikeMariadb()) {
            return tryingOutsideTransaction(work);
        }
        try {
            return work.of(this);
        } finally {
            // The names stay, which the catalog repeats.
            dropSchemas();
            String own = connection.getCatalog();
            live().execute("DROP DATABASE `" + own + "`", "CREATE DATABASE `" + own + "`");
            connection.setCatalog(own);
            makeSchemas();
        }
    }

    /** Does something that cannot be done in a transaction. */
    <T> T tryingOutsideTransaction(Work<T> work) throws SQLException {
        try (DdlDatabase other = of(kind())) {
            return work.of(other);
        }
    }

    DatabaseUnderTest kind() {
        return database.kind();
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    LiveSchema live() {
        return new LiveSchema(connection, dialect);
    }

    /** The name that a recorded schema has here: a schema of MariaDB is a database, whose names the whole server shares. */
    String schema(String recorded) {
        return prefix + recorded;
    }

    private void makeSchemas() throws SQLException {
        for (String schema : SCHEMAS) {
            live().execute(
                            switch (kind()) {
                                case SQLITE -> "ATTACH '" + file(schema) + "' AS \"" + schema + "\"";
                                case POSTGRESQL -> "CREATE SCHEMA \"" + schema + "\"";
                                default -> "CREATE DATABASE `" + schema(schema) + "`";
                            });
        }
    }

    private void dropSchemas() throws SQLException {
        for (String schema : SCHEMAS) {
            live().execute("DROP DATABASE `" + schema(schema) + "`");
        }
    }

    private String file(String schema) {
        return database.jdbcUrl().substring("jdbc:sqlite:".length()) + "-" + schema;
    }

    /**
     * What a schema holds.
     *
     * @param inspected what our inspection finds
     * @param raw what the catalog says
     */
    record Content(SchemaSnapshot inspected, RawCatalog raw) {}

    /** What the default schema and another one hold; the raw catalog may be that of the whole database. */
    List<Content> contents(@Nullable String schema) throws SQLException {
        List<Content> contents = new ArrayList<>();
        contents.add(new Content(live().inspect(), RawCatalog.read(kind(), connection)));
        if (schema == null) {
            return contents;
        }
        switch (kind()) {
            case SQLITE -> {
                try (Connection attached = DriverManager.getConnection("jdbc:sqlite:" + file(schema))) {
                    contents.add(new Content(
                            new LiveSchema(attached, dialect).inspect(), RawCatalog.read(kind(), attached)));
                }
            }
            case POSTGRESQL ->
                contents.add(new Content(inspect(schema), contents.get(0).raw()));
            default -> {
                String own = connection.getCatalog();
                connection.setCatalog(schema);
                contents.add(new Content(live().inspect(), RawCatalog.read(kind(), connection)));
                connection.setCatalog(own);
            }
        }
        return contents;
    }

    private SchemaSnapshot inspect(String schema) throws SQLException {
        return dialect.inspector().inspect(connection, new InspectionScope(List.of(schema), null));
    }

    /** The rows of a table, as text. */
    List<String> rows(String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table)) {
            while (row.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(row.getString(i)));
                }
                rows.add(values.toString());
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        if (kind().isLikeMariadb()) {
            dropSchemas();
        }
        connection.close();
        database.close();
    }
}

package dev.retort.tests.server;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.h2.tools.RunScript;
import org.hsqldb.cmdline.SqlFile;
import org.hsqldb.cmdline.SqlToolError;
import org.postgresql.PGProperty;
import org.sqlite.SQLiteConnection;

/** Runs scripts of many statements, which the product itself tells apart: its client program, its library or its server. */
final class ScriptClient {

    private ScriptClient() {}

    static void run(TestDatabase database, String script) throws SQLException {
        switch (database.kind()) {
            case SQLITE -> sqlite(database, script);
            case H2, H2_FILE -> h2(database, script);
            case HSQLDB, HSQLDB_FILE -> hsqldb(database, script);
            case POSTGRESQL -> postgresql(database, script);
            case MARIADB -> mariadb(database, script);
            case MYSQL -> mysql(database, script);
        }
    }

    private static void sqlite(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.open()) {
            connection.unwrap(SQLiteConnection.class).getDatabase()._exec(script);
        }
    }

    private static void h2(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.open()) {
            RunScript.execute(connection, new StringReader(script));
        }
    }

    private static void hsqldb(TestDatabase database, String script) throws SQLException {
        PrintStream silence = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        try (Connection connection = database.open()) {
            SqlFile file = new SqlFile(new StringReader(script), "script", silence, null, false, (File) null);
            file.setConnection(connection);
            file.execute();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SqlToolError e) {
            throw new SQLException(e);
        }
    }

    private static void postgresql(TestDatabase database, String script) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, database.user());
        PGProperty.PASSWORD.set(properties, database.password());
        // The server itself tells the statements apart.
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), properties);
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(script);
        }
    }

    /** The build brings this client along, for servers of all versions. */
    private static void mariadb(TestDatabase database, String script) throws SQLException {
        mariadbProgram(mariadbClient("mariadb"), database, List.of(), script);
    }

    /**
     * The program that an environment variable names; no client program comes with the build. Else the statements are told apart as that
     * program does.
     */
    private static void mysql(TestDatabase database, String script) throws SQLException {
        String program = System.getenv("RETORT_TEST_MYSQL_CLIENT");
        if (program != null) {
            mysqlProgram(program, database, script);
            return;
        }
        try (Connection connection = database.open();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : MysqlScript.statements(script)) {
                statement.execute(sql);
            }
        }
    }

    private static void mysqlProgram(String program, TestDatabase database, String script) throws SQLException {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        program(
                List.of(
                        program,
                        "--no-defaults",
                        "--host=" + address.getHost(),
                        "--port=" + address.getPort(),
                        "--user=" + database.user(),
                        "--password=" + database.password(),
                        address.getPath().substring(1)),
                Map.of(),
                script);
    }

    /** Runs {@code mariadb-dump}, which the build brings along too. */
    static String mariadbDump(TestDatabase database, List<String> options) throws SQLException {
        return mariadbProgram(mariadbClient("mariadb-dump"), database, options, "");
    }

    private static Path mariadbClient(String program) {
        return Path.of(System.getProperty("retort.test.mariadb.client"), program);
    }

    private static String mariadbProgram(Path program, TestDatabase database, List<String> options, String input)
            throws SQLException {
        URI address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                // Since 11.4 the client wants it by default, and older servers may have none.
                "--skip-ssl-verify-server-cert",
                "--host=" + address.getHost(),
                "--port=" + address.getPort(),
                "--user=" + database.user(),
                "--password=" + database.password()));
        command.addAll(options);
        command.add(address.getPath().substring(1));
        return program(command, Map.of(), input);
    }

    /**
     * Gives a script to a program that reads one from standard input.
     *
     * @return what it printed
     */
    static String program(List<String> command, Map<String, String> variables, String script) throws SQLException {
        Path folder = TemporaryFolder.create("retort-script");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(Files.writeString(folder.resolve("script.sql"), script)
                            .toFile())
                    .redirectErrorStream(true);
            builder.environment().putAll(variables);
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new SQLException(said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            TemporaryFolder.delete(folder);
        }
    }
}

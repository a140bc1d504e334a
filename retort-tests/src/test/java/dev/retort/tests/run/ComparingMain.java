package dev.retort.tests.run;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.config.Settings;
import dev.retort.error.RetortException;
import dev.retort.report.ModelReport;
import dev.retort.report.RevisionRequest;
import dev.retort.spi.RetortEnvironment;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.StatementLog;
import dev.retort.tests.server.TestDatabase;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The process that tests kill while it compares {@link RoomsModel} with a database; prints its statements and what it finds. */
final class ComparingMain {

    static final String STATEMENT = "statement ";
    static final String FOUND = "found ";
    private static final int FAILED = 1;

    private ComparingMain() {}

    /** The arguments of such a process. */
    static List<String> arguments(Path folder, boolean generating, TestDatabase database) {
        // Like the connections of Retort; otherwise H2 writes a trace file for each failed statement.
        String more = database.kind() == DatabaseUnderTest.H2_FILE ? ";TRACE_LEVEL_FILE=0" : "";
        List<String> arguments =
                new ArrayList<>(List.of(folder.toString(), Boolean.toString(generating), database.jdbcUrl() + more));
        if (database.user() != null && database.password() != null) {
            arguments.addAll(List.of(database.user(), database.password()));
        }
        return arguments;
    }

    /** Takes the directory of the project, whether to write a revision, and url, user and password. */
    public static void main(String[] arguments) {
        System.exit(run(Arrays.asList(arguments)));
    }

    private static int run(List<String> arguments) {
        Settings settings = Settings.empty(Path.of(arguments.get(0)))
                .with(ConfigKey.URL, arguments.get(2))
                .with(ConfigKey.ENTITY_PACKAGES, List.of("rooms"))
                .with(ConfigKey.COMPILE, "off");
        URL model = Objects.requireNonNull(ComparingMain.class.getResource("/comparison/model/"));
        Retort retort = Retort.configure()
                .settings(settings)
                .classLoader(new URLClassLoader(new URL[] {model}, ComparingMain.class.getClassLoader()))
                .environment(new RetortEnvironment() {
                    @Override
                    public Optional<Connection> connect() throws SQLException {
                        return Optional.of(listenedTo(arguments.subList(2, arguments.size())));
                    }
                })
                .load();
        try {
            ModelReport report = Boolean.parseBoolean(arguments.get(1))
                    ? retort.autogenerate(RevisionRequest.of("rooms").format("sql"))
                            .model()
                    : retort.check();
            report.differences().forEach(difference -> System.out.println(FOUND + difference.operation()));
            return 0;
        } catch (RetortException failure) {
            System.out.println(FOUND + failure.describe());
            return FAILED;
        }
    }

    private static Connection listenedTo(List<String> address) throws SQLException {
        Connection connection = address.size() == 1
                ? DriverManager.getConnection(address.get(0))
                : DriverManager.getConnection(address.get(0), address.get(1), address.get(2));
        return new StatementLog(sql ->
                        System.out.println(STATEMENT + sql.lines().findFirst().orElse("")))
                .of(connection);
    }
}

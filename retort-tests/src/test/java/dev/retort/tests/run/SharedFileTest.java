package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.MigrationFailedException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.h2.tools.Shell;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that share a file of H2, of which the first that comes serves the others until it ends. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class SharedFileTest {

    private static final int PROCESSES = 5;

    @TempDir
    private Path folder;

    private String url = "";

    @BeforeEach
    void nameTheFile() {
        url = "jdbc:h2:file:" + folder.resolve("shop") + ";AUTO_SERVER=TRUE;WRITE_DELAY=0";
    }

    @Test
    void firstStartsAtTheSameTimeWaitForEachOther() {
        Revisions.ofTwoTables(folder);
        List<ChildProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(ChildProcess.startWaiting(upgrade()));
            }
            processes.forEach(process -> assertThat(process.awaitLine("ready")).isTrue());
            processes.forEach(ChildProcess::go);

            for (ChildProcess process : processes) {
                assertThat(process.exitCode()).as(process::said).isZero();
            }
            assertThat(String.join(
                            "", processes.stream().map(ChildProcess::said).toList()))
                    .containsOnlyOnce("applied r1")
                    .containsOnlyOnce("applied r2");
        } finally {
            processes.forEach(ChildProcess::close);
        }
    }

    static Stream<Arguments> endsOfTheServer() {
        Consumer<ChildProcess> exit = server -> {
            server.go();
            server.exitCode();
        };
        Consumer<ChildProcess> kill = server -> server.killAfter(0);
        return Stream.of(Arguments.of("exit", exit), Arguments.of("kill", kill));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfTheServer")
    void aRunThatWaitsGoesOnWhenTheServerEnds(String how, Consumer<ChildProcess> end) throws SQLException {
        Revisions.ofTwoTables(folder);
        upgrade().withTarget("r1").run(MigrationListener.SILENT);
        try (ChildProcess server = server()) {
            server.tell("autocommit false");
            server.tell("SELECT name AS locked FROM retort_lock FOR UPDATE;");
            assertThat(server.awaitLine("sql> LOCKED")).as(server::said).isTrue();
            List<String> applied = new ArrayList<>();

            upgrade().run(new MigrationListener() {
                @Override
                public void waitingForLock(String database, String holder) {
                    end.accept(server);
                }

                @Override
                public void stepApplied(MigrationStep step) {
                    applied.add(step.revision().id());
                }
            });

            assertThat(applied).as(how).containsExactly("r2");
            assertThat(count("retort_history")).isEqualTo(2);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("endsOfTheServer")
    void aStepUnderWayWhenTheServerEndsIsSaidAndRunsOnce(String how, Consumer<ChildProcess> end) throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE one (id INTEGER);")
                .sql("r2", "r1", "INSERT INTO one VALUES (1);\nINSERT INTO one VALUES (2);")
                .java("r3", "r2", "op.createTable(\"three\", column(\"id\", integer()));");
        for (String broken : List.of("r2", "r3")) {
            try (ChildProcess server = server()) {
                List<String> seen = new ArrayList<>();

                assertThatThrownBy(() -> upgrade().run(new MigrationListener() {
                            @Override
                            public void statementStarted(MigrationStep step, String sql) {
                                seen.add(step.revision().id());
                                if (step.revision().id().equals(broken)) {
                                    end.accept(server);
                                }
                            }
                        }))
                        .as(how)
                        .isInstanceOfSatisfying(
                                MigrationFailedException.class,
                                failure -> assertThat(failure.hint().orElseThrow())
                                        .contains("The connection is lost", "un the command again"));
                assertThat(seen).endsWith(broken);
            }
        }

        upgrade().run(MigrationListener.SILENT);

        assertThat(count("one")).isEqualTo(2);
        assertThat(count("three")).isZero();
        assertThat(count("retort_history")).isEqualTo(3);
    }

    private RunSetup upgrade() {
        return new RunSetup(folder, 60, true, "heads", url, "sa", "");
    }

    /** A process that serves the file until its input ends. */
    private ChildProcess server() {
        ChildProcess server = ChildProcess.start(Shell.class, List.of("-url", url, "-user", "sa", "-password", ""));
        server.tell("SELECT 1 AS serving;");
        assertThat(server.awaitLine("sql> SERVING")).as(server::said).isTrue();
        return server;
    }

    private long count(String table) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }
}

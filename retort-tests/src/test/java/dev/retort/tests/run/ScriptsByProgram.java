package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.ClientProgram;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The scripts of {@code --sql}, run by a client program; a class for each program has its tag. */
abstract class ScriptsByProgram {

    private final ClientProgram client;

    @TempDir
    private Path folder;

    ScriptsByProgram(ClientProgram client) {
        this.client = client;
    }

    @ParameterizedTest
    @EnumSource
    void theScriptOfAnUpgradeAndThatOfItsDowngradeLeaveWhatRunsLeave(OfflineHistory history) throws SQLException {
        history.write(new Revisions(folder), client.kind);

        OfflineHistory.assertThatScriptsDoWhatRunsDo(folder, client.kind, client::run);
    }

    @Test
    void theScriptOfADumpLeavesWhatARunLeaves() throws SQLException {
        new Revisions(folder).sql("r1", "", dump());
        try (TestDatabase run = client.kind.fresh();
                TestDatabase scripted = client.kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);

            retort.upgrade("heads");
            client.run(scripted, retort.upgradeSql("heads"));

            assertThat(WholeDatabase.of(scripted)).containsExactlyElementsOf(WholeDatabase.of(run));
            assertThat(DatabaseState.versionRows(scripted)).containsExactly("r1");
        }
    }

    @Test
    void aScriptThatIsRunAsItSaysStopsAtTheFirstError() throws SQLException {
        OfflineHistory.assertThatAnErrorStopsTheScript(folder, client.kind, client::run);
    }

    private String dump() {
        return switch (client) {
            // psql takes a name BEGIN in a routine's body for one that opens a block.
            case PSQL -> DumpFile.read("pg_dump-15.18-of-14.24.sql").replace("AS begin", "AS beginning");
            case SQLITE3 ->
                DumpFile.read("sqlite3-3.40.1.sql")
                        .replace("PRAGMA foreign_keys=OFF;\nBEGIN TRANSACTION;\n", "")
                        .replace("\nCOMMIT;\n", "\n");
        };
    }
}

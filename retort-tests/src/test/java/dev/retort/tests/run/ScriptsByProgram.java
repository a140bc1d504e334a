package dev.retort.tests.run;

import dev.retort.tests.server.ClientProgram;
import java.nio.file.Path;
import java.sql.SQLException;
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
}

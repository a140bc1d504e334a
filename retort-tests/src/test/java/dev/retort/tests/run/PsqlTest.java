package dev.retort.tests.run;

import dev.retort.tests.server.ClientProgram;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The script of {@code --sql}, run by psql. */
@Tag("psql")
class PsqlTest {

    private static final ClientProgram CLIENT = ClientProgram.PSQL;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void theScriptOfAnUpgradeAndThatOfItsDowngradeLeaveWhatRunsLeave(OfflineHistory history) throws SQLException {
        history.write(new Revisions(folder), CLIENT.kind);

        OfflineHistory.assertThatScriptsDoWhatRunsDo(folder, CLIENT.kind, CLIENT::run);
    }
}

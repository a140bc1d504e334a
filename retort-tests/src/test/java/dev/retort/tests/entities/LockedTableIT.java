package dev.retort.tests.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.LockNotAvailableException;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedTableIT {

    @TempDir
    private Path directory;

    @Test
    void aComparisonWaitsForATableThatAnotherSessionLocksWithinTheLockTimeout() throws Exception {
        try (TestDatabase database = DatabaseUnderTest.POSTGRESQL.fresh()) {
            EntityProject project = new EntityProject(database, directory, Map.of(ConfigKey.LOCK_TIMEOUT, 1));
            project.autogenerate("reckoned", "sql");
            Retort retort = project.retort("reckoned");
            retort.upgrade("head");
            try (Connection other = database.open()) {
                other.setAutoCommit(false);
                other.createStatement().execute("LOCK TABLE parcels IN ACCESS EXCLUSIVE MODE");

                assertThatThrownBy(retort::check).isInstanceOfSatisfying(LockNotAvailableException.class, failure -> {
                    assertThat(failure)
                            .hasMessageContaining("another session locks parcels")
                            .hasMessageContaining("Waited 1 s. Nothing was changed.");
                    assertThat(failure.holder()).startsWith("process ");
                });
            }
            assertThat(retort.check().isEmpty()).isTrue();
        }
    }
}

package dev.retort.tests.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.compare.SchemaComparator;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.RefreshView;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.testkit.Capabilities;
import dev.retort.testkit.Capability;
import dev.retort.testkit.DialectConformanceSuite;
import dev.retort.testkit.LiveSchema;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.run.OfflineCases;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The suite on a database under test, with the comparison that users get. */
abstract class ConformanceIT extends DialectConformanceSuite {

    final DatabaseUnderTest kind;

    ConformanceIT(DatabaseUnderTest kind) {
        this.kind = kind;
    }

    @Override
    protected String dialect() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    @Override
    protected Capabilities capabilities(DatabaseVersion version) {
        return kind.capabilities();
    }

    @Test
    void theScriptOfAllCasesLeavesWhatRunsLeave(@TempDir Path folder) throws SQLException {
        OfflineCases.assertThatScriptsDoWhatRunsDo(folder, kind, ofOneDatabase(), TestDatabase::runScript);
    }

    /**
     * Cases that leave nothing outside of their database; on MariaDB and its cousins a schema is another database. H2 refreshes a
     * materialized view for no other session than the one that made it, and no script of it drops one; an extension cannot have a name of its case.
     */
    final List<OperationCase> ofOneDatabase() {
        Capabilities can = capabilities(DatabaseVersion.NEWEST);
        return casesInTransactions()
                .filter(test -> test.needs().stream().noneMatch(can::refuses))
                .filter(test -> !refusedByRehearsal().containsKey(test.name()))
                .filter(test -> !test.otherSchema() && !test.needs().contains(Capability.EXTENSIONS))
                .filter(test -> !(test.needs().contains(Capability.MADE_SCHEMAS) && kind.isLikeMariadb()))
                .filter(test -> !(test.operation() instanceof RefreshView && kind == DatabaseUnderTest.H2))
                .filter(test -> !(test.name().equals("if missing, create materialized view, there")
                        && kind == DatabaseUnderTest.H2))
                .toList();
    }

    @Override
    protected void assertNothingDiffers(LiveSchema live, SchemaSnapshot desired, SchemaSnapshot catalog) {
        assertThat(new SchemaComparator(live.dialect())
                        .asking(live.dialect().normalizer().on(live.connection()))
                        .compare(desired, catalog, object -> true)
                        .upgrade())
                .isEqualTo(GeneratedOperations.NONE);
    }
}

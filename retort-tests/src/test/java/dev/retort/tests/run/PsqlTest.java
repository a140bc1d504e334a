package dev.retort.tests.run;

import dev.retort.tests.server.ClientProgram;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("psql")
class PsqlTest extends ScriptsByProgram {

    PsqlTest() {
        super(ClientProgram.PSQL);
    }

    /** Which psql has for some names without being told. */
    @Test
    void aColonBeginsNoVariable(@TempDir Path folder) throws SQLException {
        new Revisions(folder).sql("r1", "", """
                CREATE TABLE ledger (step text, amount integer);
                INSERT INTO ledger SELECT ((ARRAY['a', 'b', 'c'])[1:"PORT"])::text || ':PORT', 1::INTEGER FROM (SELECT 2) AS t ("PORT");
                INSERT INTO ledger SELECT ((ARRAY['a', 'b', 'c'])[1:PORT])::text, date_part('day', make_interval(days := 7))::int
                    FROM (SELECT 2) AS t (port);
                """, "DROP TABLE ledger;");

        OfflineHistory.assertThatScriptsDoWhatRunsDo(folder, ClientProgram.PSQL.kind, ClientProgram.PSQL::run);
    }
}

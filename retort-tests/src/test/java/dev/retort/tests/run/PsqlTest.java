package dev.retort.tests.run;

import dev.retort.tests.server.ClientProgram;
import org.junit.jupiter.api.Tag;

@Tag("psql")
class PsqlTest extends ScriptsByProgram {

    PsqlTest() {
        super(ClientProgram.PSQL);
    }
}

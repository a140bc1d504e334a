package dev.retort.tests.run;

import dev.retort.tests.server.ClientProgram;
import org.junit.jupiter.api.Tag;

@Tag("sqlite3")
class Sqlite3Test extends ScriptsByProgram {

    Sqlite3Test() {
        super(ClientProgram.SQLITE3);
    }
}

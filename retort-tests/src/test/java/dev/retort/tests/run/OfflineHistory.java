package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.retort.Retort;
import dev.retort.schema.Table;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Revisions whose script a client may read otherwise than a run. */
enum OfflineHistory {
    QUOTES {
        @Override
        void write(Revisions revisions, DatabaseUnderTest kind) {
            revisions
                    .java("r1", "", LEDGER, "op.dropTable(\"ledger\");")
                    .sql("r2", "r1", """
                            INSERT INTO ledger VALUES ('it''s; a -- text /* of */ \\n one', 2); -- a comment; not a statement
                            CREATE TABLE a (id INTEGER PRIMARY KEY)
                            """, "DROP TABLE a;\nDELETE FROM ledger -- all of it\n")
                    .java("r3", "r2", """
                            op.createTable("c", column("id", integer()), column("note", varchar(40)).defaultsTo("it's; \\\\n"));
                            op.outsideTransaction(outside -> outside.createIndex("ix_c", "c", "note"));
                            op.bulkInsert("c", java.util.List.of("id", "note"),
                                    java.util.List.of(java.util.Arrays.asList(1, "a\\\\b'c\\nd?"), java.util.Arrays.asList(2, null)));
                            """, "op.dropTable(\"c\");");
        }
    },
    VALUES {
        @Override
        void write(Revisions revisions, DatabaseUnderTest kind) {
            revisions.java("r1", "", LEDGER + """
                    op.execute("INSERT INTO ledger VALUES ('why?', ?) -- isn't that it?", 1);
                    op.execute("INSERT INTO ledger /* what's this? */ (step, amount) VALUES (?, ?)", "what's -- this?", 2);
                    """, "op.dropTable(\"ledger\");");
        }
    },
    TRIGGER {
        @Override
        void write(Revisions revisions, DatabaseUnderTest kind) {
            revisions
                    .java("r1", "", LEDGER + "op.createTable(\"copy\", column(\"step\", varchar(60)));", """
                            op.dropTable("copy");
                            op.dropTable("ledger");
                            """)
                    .sql("r2", "r1", trigger(kind) + "INSERT INTO ledger VALUES ('one;', 1);", untrigger(kind));
        }
    },
    /** What a step sets is no longer set in the next one. */
    SETTINGS {
        @Override
        void write(Revisions revisions, DatabaseUnderTest kind) {
            String nothing = "DELETE FROM ledger;";
            revisions.java("r1", "", LEDGER, "op.dropTable(\"ledger\");");
            if (kind == DatabaseUnderTest.POSTGRESQL) {
                String found = "INSERT INTO ledger SELECT current_user || current_setting('search_path'), 1;";
                revisions
                        .sql("r2", "r1", "SET ROLE pg_monitor;", "SET search_path TO pg_catalog;")
                        .sql("r3", "r2", found, found)
                        .sql("r4", "r3", "DO $$ BEGIN SET search_path TO pg_catalog; END $$;", "SET ROLE pg_monitor;")
                        .sql("r5", "r4", found, found);
            } else if (kind.isLikeMariadb()) {
                String found = "INSERT INTO ledger SELECT 'checks', @@foreign_key_checks;";
                revisions
                        .sql("r2", "r1", "SET foreign_key_checks = 0;", "SET sql_mode = 'ANSI_QUOTES';")
                        .sql("r3", "r2", found, found);
            } else {
                revisions.sql("r2", "r1", nothing, nothing);
            }
        }
    };

    static final String LEDGER = """
            op.createTable("ledger", column("step", varchar(60)).notNull(), column("amount", integer()));
            """;

    /** What runs a script. */
    interface Client {
        void run(TestDatabase database, String script) throws SQLException;
    }

    abstract void write(Revisions revisions, DatabaseUnderTest kind);

    /** Up and down again, on one database by a run and on another by a client. */
    static void assertThatScriptsDoWhatRunsDo(Path folder, DatabaseUnderTest kind, Client client) throws SQLException {
        try (TestDatabase run = kind.fresh();
                TestDatabase scripted = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);

            retort.upgrade("heads");
            client.run(scripted, retort.upgradeSql("heads"));
            assertThat(left(scripted)).isEqualTo(left(run));
            assertThat(left(scripted).get(0)).asString().isNotEmpty();

            retort.downgrade("base");
            client.run(scripted, retort.downgradeSql("heads:base"));
            assertThat(left(scripted)).isEqualTo(left(run));
        }
    }

    /** The revision that fails and those after it leave no version row. */
    static void assertThatAnErrorStopsTheScript(Path folder, DatabaseUnderTest kind, Client client)
            throws SQLException {
        new Revisions(folder)
                .sql("r1", "", "CREATE TABLE a (id INTEGER);")
                .sql("r2", "r1", "-- outside transaction\nCREATE TABLE a (id INTEGER);\n-- end")
                .sql("r3", "r2", "CREATE TABLE b (id INTEGER);");
        try (TestDatabase database = kind.fresh()) {
            Retort retort = RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> client.run(database, retort.upgradeSql("heads")));

            assertThat(DatabaseState.versionRows(database)).containsExactly("r1");
        }
    }

    /** The tables of the revisions, the rows of those that may hold some, and the version rows. */
    static List<Object> left(TestDatabase database) throws SQLException {
        List<Table> tables = DatabaseState.schema(database).tables().stream()
                .filter(table -> !table.name().name().toLowerCase(Locale.ROOT).startsWith("retort_"))
                .toList();
        List<Object> left = new ArrayList<>(List.of(tables));
        for (Table table : tables) {
            left.add(
                    DatabaseState.rows(database, "SELECT * FROM " + table.name().name()));
        }
        left.add(DatabaseState.versionRows(database));
        return left;
    }

    private static String trigger(DatabaseUnderTest kind) {
        return switch (kind) {
            case POSTGRESQL -> """
                    CREATE FUNCTION copied() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO copy VALUES ('a;');
                        INSERT INTO copy VALUES ('b');
                        RETURN NEW;
                    END $$;
                    CREATE TRIGGER copies AFTER INSERT ON ledger FOR EACH ROW EXECUTE FUNCTION copied();
                    """;
            default -> """
                    CREATE TRIGGER copies AFTER INSERT ON ledger FOR EACH ROW BEGIN
                        INSERT INTO copy VALUES ('a;');
                        INSERT INTO copy VALUES ('b');
                    END;
                    """;
        };
    }

    private static String untrigger(DatabaseUnderTest kind) {
        return kind == DatabaseUnderTest.POSTGRESQL
                ? "DROP TRIGGER copies ON ledger; DROP FUNCTION copied;"
                : "DROP TRIGGER copies;";
    }
}

package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that enum types of PostgreSQL lose. */
class EnumValuesTest {

    private static final String START = """
            CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s fine');
            COMMENT ON TYPE mood IS 'how one feels';
            GRANT USAGE ON TYPE mood TO pg_monitor;
            CREATE TABLE person (id INTEGER PRIMARY KEY, now mood DEFAULT 'ok', "Before" mood[] DEFAULT '{ok}');
            CREATE INDEX ix_now ON person (now);
            CREATE TABLE note (id INTEGER, mood mood NOT NULL) PARTITION BY LIST (id);
            CREATE TABLE note_rest PARTITION OF note DEFAULT;
            ALTER TABLE ONLY note ALTER COLUMN mood SET DEFAULT 'ok';
            REVOKE ALL ON TYPE mood FROM PUBLIC;
            INSERT INTO person VALUES (1, 'ok', '{ok,"it''s fine"}'), (2, NULL, NULL);
            INSERT INTO note VALUES (1, 'ok');
            """;

    private static final String CATALOG = """
            SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = 'mood'::regtype
            UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, format_type(atttypid, atttypmod), pg_get_expr(adbin, adrelid))
            FROM pg_attribute LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE attrelid IN ('person'::regclass, 'note'::regclass, 'note_rest'::regclass) AND attnum > 1
            UNION ALL SELECT concat_ws(' ', typname, ARRAY(SELECT a::text FROM unnest(typacl) a ORDER BY 1), obj_description(oid)) FROM pg_type
            WHERE typname LIKE '%mood%' AND typtype = 'e'
            UNION ALL SELECT pg_get_indexdef('ix_now'::regclass)""";

    @TempDir
    private Path folder;

    private ShellProject project(TestDatabase database, String removal) throws Exception {
        ShellProject project = ShellProject.on(database, folder);
        project.revisions().sql("r1", "", START).java("r2", "r1", removal);
        project.done("retort upgrade r1");
        return project;
    }

    @Test
    void onlyTheValueIsRemovedWhereNoRowHasIt() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, "op.removeEnumValue(\"mood\", \"sad\");");
            List<String> before = DatabaseState.rows(database, CATALOG);

            project.done("retort upgrade heads");

            assertThat(before.get(0)).isEqualTo("sad, ok, it's fine");
            List<String> after = DatabaseState.rows(database, CATALOG);
            assertThat(after.get(0)).isEqualTo("ok, it's fine");
            assertThat(after.subList(1, after.size())).isEqualTo(before.subList(1, before.size()));
            assertThat(DatabaseState.rows(database, "SELECT id, now, \"Before\" FROM person ORDER BY id"))
                    .containsExactly("1 ok {ok,\"it's fine\"}", "2 null null");
        }
    }

    @Test
    void aTypeOfAnotherSchemaStaysThere() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", """
                            CREATE SCHEMA "My Types";
                            CREATE TYPE mood AS ENUM ('sad', 'public');
                            CREATE TYPE "My Types".mood AS ENUM ('sad', 'ok');
                            CREATE TABLE person (id INTEGER, now "My Types".mood DEFAULT 'ok', other mood);
                            INSERT INTO person VALUES (1, 'sad', 'sad');
                            """)
                    .java("r2", "r1", "op.removeEnumValue(\"My Types.mood\", \"sad\", \"ok\");");

            project.done("retort upgrade heads");

            assertThat(DatabaseState.rows(database, """
                            SELECT t.typnamespace::regnamespace, t.typname, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder)
                            FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.oid ORDER BY t.typnamespace DESC"""))
                    .containsExactlyInAnyOrder("\"My Types\" mood ok", "public mood sad,public");
            database.execute("INSERT INTO person (id) VALUES (2)");
            assertThat(DatabaseState.rows(database, "SELECT id, now, other FROM person ORDER BY id"))
                    .containsExactly("1 ok sad", "2 ok null");
        }
    }

    @Test
    void rowsThatHaveItAreCountedAndKept() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, "op.removeEnumValue(\"mood\", \"it's fine\");");
            List<String> before = DatabaseState.rows(database, CATALOG);

            assertThat(project.refused("retort upgrade heads"))
                    .contains("Rows of person have 'it''s fine' in \"Before\" (1): name the value that they get.");

            assertThat(DatabaseState.rows(database, CATALOG)).isEqualTo(before);
        }
    }

    @Test
    void rowsThatHaveItGetTheReplacement() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, """
                    op.addEnumValue("mood", "new");
                    op.removeEnumValue("mood", "it's fine", "sad");
                    op.removeEnumValue("mood", "new");
                    """);
            database.execute("INSERT INTO note VALUES (2, 'it''s fine')");

            project.done("retort upgrade heads");

            assertThat(DatabaseState.rows(database, CATALOG).get(0)).isEqualTo("sad, ok");
            assertThat(DatabaseState.rows(database, "SELECT \"Before\"::text FROM person WHERE id = 1"))
                    .containsExactly("{ok,sad}");
            assertThat(DatabaseState.rows(database, "SELECT id, mood FROM note ORDER BY id"))
                    .containsExactly("1 ok", "2 sad");
        }
    }

    @Test
    void aValueThatIsNotThereIsRefused() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database, "op.removeEnumValue(\"mood\", \"none\");");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("There is no value 'none' in an enum type mood.");
        }
    }
}

package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Views that get another query while others depend on them. */
class ReplacedViewsTest {

    private static final String TABLE = "CREATE TABLE book (id INTEGER, title VARCHAR(20), pages INTEGER);";

    private static final String WITH_PAGES =
            "op.replaceView(SchemaObjects.view(\"titles\", \"SELECT id, pages, title FROM book\"));";
    private static final String WITHOUT =
            "op.replaceView(SchemaObjects.view(\"titles\", \"SELECT id, title FROM book\"));";

    /** What the catalog says of the views: their queries, owners, privileges, comments, triggers, rules and indexes. */
    private static final String VIEWS = """
            SELECT concat_ws(' | ', c.relname, pg_get_viewdef(c.oid), c.relowner::regrole, c.relacl, c.reloptions, c.relispopulated,
                obj_description(c.oid, 'pg_class'),
                (SELECT string_agg(concat(a.attname, a.attacl, col_description(c.oid, a.attnum)), ', ' ORDER BY a.attnum)
                    FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0),
                (SELECT string_agg(pg_get_expr(d.adbin, d.adrelid), ', ') FROM pg_attrdef d WHERE d.adrelid = c.oid),
                (SELECT string_agg(pg_get_triggerdef(t.oid), ', ') FROM pg_trigger t WHERE t.tgrelid = c.oid),
                (SELECT string_agg(pg_get_ruledef(r.oid), ', ' ORDER BY r.rulename) FROM pg_rewrite r WHERE r.ev_class = c.oid),
                (SELECT string_agg(pg_get_indexdef(i.indexrelid), ', ') FROM pg_index i WHERE i.indrelid = c.oid))
            FROM pg_class c WHERE c.relkind IN ('v', 'm') AND c.relnamespace = 'public'::regnamespace ORDER BY c.relname
            """;

    @TempDir
    private Path folder;

    private ShellProject project(TestDatabase database) throws Exception {
        ShellProject project = ShellProject.on(database, folder);
        project.revisions()
                .sql("r1", "", TABLE + " CREATE VIEW titles AS SELECT id, title FROM book;")
                .java("r2", "r1", WITH_PAGES, WITHOUT);
        project.done("retort upgrade r1");
        return project;
    }

    @ForDatabases
    void aDowngradeTakesColumnsAwayThatTheUpgradeHasAdded(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(database);
            database.execute("INSERT INTO book VALUES (1, 'Ulysses', 700)");

            project.done("retort upgrade heads");
            assertThat(DatabaseState.rows(database, "SELECT pages FROM titles")).containsExactly("700");

            project.done("retort downgrade r1");
            assertThat(DatabaseState.rows(database, "SELECT * FROM titles")).containsExactly("1 Ulysses");
        }
    }

    @Test
    void dependantsKeepEverythingThatTheyHaveOnPostgresql() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database);
            database.execute(
                    "CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
                    "CREATE TRIGGER t INSTEAD OF INSERT ON titles FOR EACH ROW EXECUTE FUNCTION nothing()",
                    "COMMENT ON VIEW titles IS 'it''s all'",
                    "COMMENT ON COLUMN titles.title IS 'the title'",
                    "GRANT SELECT, UPDATE (title) ON titles TO PUBLIC",
                    "CREATE VIEW \"Short Ones\" WITH (security_barrier, check_option = local) AS"
                            + " SELECT id AS \"The Id\", title FROM titles WHERE length(title) < 5",
                    "ALTER VIEW \"Short Ones\" ALTER COLUMN title SET DEFAULT 'none'",
                    "ALTER VIEW \"Short Ones\" OWNER TO pg_database_owner",
                    "CREATE RULE gone AS ON DELETE TO \"Short Ones\" DO INSTEAD NOTHING",
                    "CREATE MATERIALIZED VIEW counted AS SELECT count(*) AS n FROM \"Short Ones\", titles",
                    "CREATE UNIQUE INDEX ix_n ON counted (n)",
                    "GRANT SELECT ON counted TO pg_monitor WITH GRANT OPTION",
                    "CREATE MATERIALIZED VIEW empty AS SELECT n FROM counted WITH NO DATA");
            List<String> before = DatabaseState.rows(database, VIEWS);

            project.done("retort upgrade heads");
            assertThat(DatabaseState.rows(database, VIEWS))
                    .hasSameSizeAs(before)
                    .isNotEqualTo(before)
                    .filteredOn(view -> !view.startsWith("titles"))
                    .isEqualTo(before.stream()
                            .filter(view -> !view.startsWith("titles"))
                            .toList());

            project.done("retort downgrade r1");
            assertThat(DatabaseState.rows(database, VIEWS)).isEqualTo(before);
        }
    }

    @ForDatabases
    void aQuestionMarkInAQueryIsNoPlaceholder(SharedDatabase kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            ShellProject project = project(database);
            project.revisions()
                    .java("r2", "r1", replacing("SELECT id, pages, '{d ?}' AS title FROM book -- ?"), WITHOUT);
            database.execute("INSERT INTO book VALUES (1, 'Ulysses', 700)");

            project.done("retort upgrade heads");
            assertThat(DatabaseState.rows(database, "SELECT pages, title FROM titles"))
                    .containsExactly("700 {d ?}");

            project.done("retort downgrade r1");
            assertThat(DatabaseState.rows(database, "SELECT * FROM titles")).containsExactly("1 Ulysses");
        }
    }

    @Test
    void aQuestionMarkIsAnOperatorOfPostgresql() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database);
            project.revisions()
                    .java("r2", "r1", replacing("SELECT '{\\\"a\\\": 1}'::jsonb ? title AS known, id FROM book"));
            database.execute("INSERT INTO book VALUES (1, 'a', 700)");

            project.done("retort upgrade heads");

            assertThat(DatabaseState.rows(database, "SELECT * FROM titles")).containsExactly("t 1");
        }
    }

    private static String replacing(String query) {
        return "op.replaceView(SchemaObjects.view(\"titles\", \"" + query + "\"));";
    }

    @Test
    void aViewThatIsMissingIsCreatedAndAMaterializedOneRefusedOnPostgresql() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database);
            project.revisions()
                    .java(
                            "r3",
                            "r2",
                            "op.replaceView(SchemaObjects.view(\"counted\", \"SELECT 1 AS n\").asMaterialized());");
            database.execute("DROP VIEW titles");

            assertThat(project.refused("retort upgrade heads")).contains("There is no view counted.");

            assertThat(DatabaseState.versionRows(database)).containsExactly("r2");
            assertThat(DatabaseState.rows(database, "SELECT * FROM titles")).isEmpty();
        }
    }

    /** A rule of the view needs the view that reads it. */
    @Test
    void viewsThatNeedEachOtherStayAsTheyAreOnPostgresql() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database);
            database.execute(
                    "CREATE VIEW ids AS SELECT id FROM titles",
                    "CREATE RULE gone AS ON DELETE TO titles DO INSTEAD DELETE FROM ids");
            List<String> before = DatabaseState.rows(database, VIEWS);

            assertThat(project.refused("retort upgrade heads"))
                    .contains("rule gone on view titles depends on view ids");

            assertThat(DatabaseState.rows(database, VIEWS)).isEqualTo(before);
        }
    }

    @Test
    void nothingElseThatDependsOnAViewIsDroppedOnPostgresql() throws Exception {
        try (TestDatabase database = SharedDatabase.POSTGRESQL.fresh()) {
            ShellProject project = project(database);
            database.execute(
                    "CREATE VIEW ids AS SELECT id FROM titles",
                    "CREATE FUNCTION first() RETURNS titles LANGUAGE sql AS 'SELECT * FROM titles LIMIT 1'");
            List<String> before = DatabaseState.rows(database, VIEWS);

            assertThat(project.refused("retort upgrade heads")).contains("function first() depends on type titles");

            assertThat(DatabaseState.rows(database, VIEWS)).isEqualTo(before);
        }
    }

    /** H2 would drop them with it. */
    @Test
    void aMaterializedViewThatOthersReadIsNotDroppedOnH2() throws Exception {
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", TABLE + """
                             CREATE MATERIALIZED VIEW "my ""titles" AS SELECT id FROM book;
                             CREATE VIEW "reader" AS SELECT id FROM "my ""titles";
                            """)
                    .java("r2", "r1", "op.dropMaterializedView(\"\\\"my \\\"\\\"titles\\\"\");");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("reader\" read my \"titles, and would be dropped with it: drop them before.");

            database.execute("DROP VIEW \"reader\"");
            project.done("retort upgrade heads");
        }
    }

    @Test
    void namesBeyondAsciiAreFoundInTheQueriesOfH2() throws Exception {
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions().sql("r1", "", TABLE + """
                             CREATE MATERIALIZED VIEW "Größe" AS SELECT id FROM book;
                             CREATE VIEW "Leserin für" AS SELECT id FROM "Größe";
                            """).java("r2", "r1", "op.dropMaterializedView(\"Größe\");");

            assertThat(project.refused("retort upgrade heads"))
                    .contains("The views Leserin für read Größe, and would be dropped with it");
        }
    }

    /** The schema of the connection counts, which a revision may change. */
    @Test
    void theReadersOfAViewAreThoseInTheSchemaOfTheConnectionOnH2() throws Exception {
        try (TestDatabase database = SharedDatabase.H2.fresh()) {
            ShellProject project = ShellProject.on(database, folder);
            project.revisions()
                    .sql("r1", "", """
                            CREATE SCHEMA other;
                            CREATE MATERIALIZED VIEW other.titles AS SELECT 1 AS id;
                            CREATE VIEW other.reader AS SELECT id FROM other.titles;
                            """)
                    .java("r2", "r1", "op.execute(\"SET SCHEMA other\"); op.dropMaterializedView(\"titles\");");

            assertThat(project.refused("retort upgrade heads")).contains("The views reader read titles");

            assertThat(DatabaseState.rows(database, "SELECT id FROM other.reader"))
                    .containsExactly("1");
        }
    }
}

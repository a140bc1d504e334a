package dev.retort.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.retort.migration.RevisionHeader;
import dev.retort.operation.Hazard;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlRevisionRendererTest {

    private static final RevisionHeader HEADER = new RevisionHeader(
            "196993effbf8",
            List.of("4b1c0d9e2f77"),
            List.of(),
            List.of(),
            "add loyalty points to customers",
            Instant.parse("2025-06-06T15:15:00Z"),
            1,
            null);

    private final SqlRevisionRenderer renderer = new SqlRevisionRenderer();

    @Test
    void looksAsAPersonWouldWriteIt() {
        String text = renderer.render(
                HEADER,
                section("ALTER TABLE customers ADD COLUMN loyalty_points INTEGER DEFAULT 0 NOT NULL"),
                section("ALTER TABLE customers DROP COLUMN loyalty_points"));

        assertThat(text).isEqualTo("""
                        -- revision: 196993effbf8
                        -- revises: 4b1c0d9e2f77
                        -- created: 2025-06-06T15:15:00Z
                        -- message: add loyalty points to customers

                        -- upgrade
                        ALTER TABLE customers ADD COLUMN loyalty_points INTEGER DEFAULT 0 NOT NULL;

                        -- downgrade
                        ALTER TABLE customers DROP COLUMN loyalty_points;
                        """);
    }

    @Test
    void everyKeyHasItsLineAndAMessageOneForEachOfItsLines() {
        RevisionHeader header =
                new RevisionHeader("a", List.of("b", "c"), List.of("d"), List.of("sales"), "one\n\ntwo", null, 2, null);

        assertThat(renderer.render(header, section(), null)).isEqualTo("""
                        -- revision: a
                        -- revises: b, c
                        -- depends on: d
                        -- labels: sales
                        -- message: one
                        -- message:
                        -- message: two
                        -- api level: 2

                        -- upgrade
                        """);
    }

    @Test
    void remarksStandAtTheBeginningOfTheirDirection() {
        List<Hazard> lost = List.of(new Hazard(Hazard.Kind.LOSES_DATA, null, "All rows\nare lost."));
        List<Hazard> cut = List.of(new Hazard(Hazard.Kind.LOSES_DATA, null, "Values are cut."));

        assertThat(renderer.render(
                        HEADER,
                        new SqlSection(List.of("DROP TABLE t"), lost),
                        new SqlSection(List.of("SELECT 1"), cut)))
                .endsWith("""
                        -- upgrade
                        -- ATTENTION: All rows are lost.
                        DROP TABLE t;

                        -- downgrade
                        -- ATTENTION: Values are cut.
                        SELECT 1;
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = 1; END",
                "CREATE FUNCTION f() AS $$ SELECT 1; $$",
                "SELECT 1 -- and no more",
                "SELECT 'it\\'s; so'",
                "SELECT 1 /* ; */"
            })
    void aStatementThatASplitterCouldCutIsKeptTogether(String sql) {
        assertThat(renderer.render(HEADER, section(sql), section())).contains("-- statement\n" + sql + "\n-- end\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT ';'", "COMMENT ON TABLE t IS 'it''s; so'", "SELECT \";\" FROM t;  "})
    void aStatementWithASemicolonInAQuoteStandsAlone(String sql) {
        assertThat(renderer.render(HEADER, section(sql), section())).doesNotContain("-- statement");
    }

    @Test
    void aLineThatWouldBeginASectionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> renderer.render(HEADER, section("SELECT '\n-- downgrade\n'"), null));
    }

    private static SqlSection section(String... statements) {
        return new SqlSection(List.of(statements), List.of());
    }
}

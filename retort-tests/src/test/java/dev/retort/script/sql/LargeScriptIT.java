package dev.retort.script.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.Dialects;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.LineBlock;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import dev.retort.tests.run.ScriptCorpus;
import dev.retort.tests.run.ScriptCorpus.Script;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeScriptIT {

    private static final SqlSyntaxes SYNTAXES =
            Dialects.loadedFrom(LargeScriptIT.class.getClassLoader()).syntaxes();

    @ParameterizedTest
    @ValueSource(ints = {1, 40, 300})
    void aScriptThatIsReadInPartsHasTheStatementsAndErrorsOfOneThatIsReadAtOnce(int part) {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (String database : List.of("postgresql", "mariadb", "mysql", "sqlite", "h2", "hsqldb")) {
            for (Script script : ScriptCorpus.of(database)) {
                String text = script.revision("a", "");
                SourceContent content = content(text);
                List<String> whole = outcome(() -> SqlScript.parse(new SourceText("f.sql", text)), database);
                List<String> parts = outcome(() -> LargeScript.of(content, part), database);
                compared++;
                if (!whole.equals(parts)) {
                    wrong.add(database + " " + script + "\n" + whole + "\n" + parts);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void aDowngradeThatBeginsInsideACommentOfTheUpgradeIsRefused() {
        String text = "-- revision: a\n-- upgrade\nSELECT 1;\n/* was:\n-- downgrade\nDROP TABLE t;\n*/\n";
        SqlScript script = LargeScript.of(content(text), 10);

        assertThatThrownBy(() -> script.requireWhole(SqlMarker.Kind.DOWNGRADE, "postgresql", SYNTAXES))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        refused -> assertThat(refused.position().map(SourcePosition::line))
                                .contains(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- upgrade\nSELECT 'open;\n-- upgrade h2\nSELECT 1;\n-- downgrade\n",
                "-- upgrade\nSELECT 1;\nSELECT 2;\nSELECT 3 /* open\n-- upgrade h2, mysql\nSELECT 1;\n-- downgrade\n",
                "-- upgrade\nSELECT 'it\\'s';\n-- upgrade h2\nSELECT 1;\n-- downgrade\n",
                "-- upgrade mysql\nSELECT 'open;\n-- upgrade h2\nSELECT 1;\n-- downgrade\n",
                "-- upgrade\nSELECT 1\n-- upgrade h2\nSELECT 1;\n-- downgrade\n",
                "-- upgrade\n\\connect\nSELECT 'closed';\n-- upgrade h2\nSELECT 1;\n-- downgrade\n",
            })
    void aSectionThatBeginsInsideOneOfOtherDatabasesIsRefusedAsInASmallFile(String sections) {
        String text = "-- revision: a\n" + sections;

        assertThat(border(LargeScript.of(content(text), 10)))
                .isEqualTo(border(SqlScript.parse(new SourceText("f.sql", text))));
    }

    private static String border(SqlScript script) {
        try {
            script.requireWhole(SqlMarker.Kind.UPGRADE, "h2", SYNTAXES);
            return "none";
        } catch (ScriptException refused) {
            return refused.position() + " " + refused.problem();
        }
    }

    @Test
    void anExecutedCommentIsNotCutWhereACommentWithinItEnds() {
        String text = """
                -- revision: a
                -- upgrade
                /*!50003 CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW BEGIN /* why */
                SET NEW.a = 1;
                SET NEW.b = 2;
                END */;
                SELECT 1;
                -- downgrade
                """;
        SqlSyntax syntax = SYNTAXES.of("mysql");

        assertThat(LargeScript.of(content(text), 10).upgrade("mysql", syntax))
                .isEqualTo(SqlScript.parse(new SourceText("f.sql", text)).upgrade("mysql", syntax));
    }

    @Test
    void aFileThatIsChangedBetweenTwoReadingsIsRefused() {
        byte[] bytes = "-- revision: a\n-- upgrade\nSELECT 1;\n".getBytes(StandardCharsets.UTF_8);
        SqlScript script = LargeScript.of(new SourceContent("f.sql", () -> new ByteArrayInputStream(bytes)), 10);
        bytes[bytes.length - 3] = '2';

        assertThatThrownBy(() -> script.upgrade("h2", SYNTAXES.of("h2")))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        refused -> assertThat(refused.problem()).isEqualTo("The file was changed while it was read."));
    }

    @Test
    void aFileOfMoreThanTwoGigabytesIsRefused() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return '\n';
            }

            @Override
            public void skipNBytes(long bytes) {}
        };
        SourceContent content = new SourceContent("f.sql", () -> endless);

        assertThatThrownBy(() -> LineBlock.read(content, Integer.MAX_VALUE - 5, Integer.MAX_VALUE, 1, 10))
                .isInstanceOfSatisfying(
                        ScriptException.class,
                        refused -> assertThat(refused.problem()).isEqualTo("The file is larger than 2 GB."));
    }

    private static SourceContent content(String text) {
        return new SourceContent("f.sql", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** The statements with their places, or the error with its line. */
    private static List<String> outcome(Supplier<SqlScript> parsed, String database) {
        SqlSyntax syntax = SYNTAXES.of(database);
        try {
            SqlScript script = parsed.get();
            return Stream.of(script.upgrade(database, syntax), script.downgrade(database, syntax))
                    .map(statements ->
                            described(statements.orElseThrow(), syntax).toString())
                    .toList();
        } catch (ScriptException refused) {
            return List.of(
                    refused.problem(),
                    refused.position().map(SourcePosition::line).toString());
        }
    }

    /** A COPY whose rows are in several parts is one. */
    private static List<String> described(List<SqlStatement> statements, SqlSyntax syntax) {
        List<String> described = new ArrayList<>();
        String copying = "";
        for (SqlStatement statement : statements) {
            Optional<CopyRows> copy = CopyRows.of(statement.text(), syntax);
            if (copy.isEmpty()) {
                described.add(statement.toString());
            } else if (!copy.get().statement().equals(copying)) {
                described.add(copy.get().statement());
            }
            copying = copy.map(CopyRows::statement).orElse("");
            copy.ifPresent(rows -> rows.rows().lines().forEach(described::add));
        }
        return described;
    }
}

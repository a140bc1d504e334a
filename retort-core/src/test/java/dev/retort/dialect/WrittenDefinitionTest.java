package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.Terminator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenDefinitionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            f   | CREATE FUNCTION f() RETURNS INTEGER RETURN 1                 | true
            f   | CREATE OR REPLACE FUNCTION "f" () RETURNS INTEGER RETURN 1   | true
            F   | create function if not exists f() returns integer return 1   | true
            f   | CREATE DEFINER = root AGGREGATE FUNCTION s.f() RETURN 1      | true
            s.f | CREATE FUNCTION s . "f"() RETURNS INTEGER RETURN 1           | true
            s.f | CREATE FUNCTION f() RETURNS INTEGER RETURN 1                 | false
            s.f | CREATE FUNCTION t.f() RETURNS INTEGER RETURN 1               | false
            f   | CREATE FUNCTION g(f INTEGER) RETURNS INTEGER RETURN f        | false
            f   | CREATE PROCEDURE f() BEGIN END                               | false
            f   | CREATE FUNCTION                                              | false
            f   | CREATE FUNCTION IF NOT EXISTS                                | false
            """)
    void theNameAfterTheKeywordIsWhatIsCreated(String name, String definition, boolean creates) {
        WrittenDefinition written = written(definition + " ; ");

        assertThat(written.creates(ObjectReference.of(Kind.FUNCTION, QualifiedName.parse(name)), "function"))
                .isEqualTo(creates);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CREATE FUNCTION f() RETURN 1;             | CREATE OR REPLACE FUNCTION f() RETURN 1
            create or replace FUNCTION f() RETURN 1   | create or replace FUNCTION f() RETURN 1
            /* a */ CREATE  FUNCTION f() RETURN 1     | CREATE OR REPLACE FUNCTION f() RETURN 1
            """)
    void whatReplacesIsWrittenOnce(String definition, String replacing) {
        assertThat(written(definition).replacing()).isEqualTo(replacing);
    }

    private static WrittenDefinition written(String definition) {
        return WrittenDefinition.of(Terminator.removedFrom(definition), SqlSyntax.COMMON);
    }
}

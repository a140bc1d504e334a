package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is compiled from an operation of the user's own, and what is refused of it. */
class CustomOperationTest {

    private static final Dialects DIALECTS = Dialects.loadedFrom(CustomOperationTest.class.getClassLoader());

    /** An operation with the same statements for each database. */
    private record Own(List<@Nullable String> texts, boolean outsideTransaction) implements CustomOperation {

        static Own of(@Nullable String... texts) {
            return new Own(Arrays.asList(texts), false);
        }

        @Override
        public String describe() {
            return "tidy up";
        }

        @Override
        @SuppressWarnings("NullAway") // What a class of a user may do all the same.
        public List<String> statements(DialectName dialect) {
            return texts;
        }
    }

    /** An operation that tells its statements when it is asked. */
    private record Asked(Function<DialectName, List<String>> answer) implements CustomOperation {

        @Override
        public String describe() {
            return "tidy up";
        }

        @Override
        public List<String> statements(DialectName dialect) {
            return answer.apply(dialect);
        }
    }

    @Test
    void eachStatementIsSqlOfTheUsersOwnAndAPartOfTheOperation() {
        Own operation = Own.of("DELETE FROM t", "DROP TABLE t");

        List<Executable> executables = ddl("postgresql").compile(operation);

        assertThat(executables)
                .extracting(Executable::operation)
                .containsExactly(new ExecuteSql("DELETE FROM t", List.of()), new ExecuteSql("DROP TABLE t", List.of()));
        assertThat(executables).allMatch(executable -> executable.recorded() == operation);
        assertThat(executables).extracting(Executable::changesData).containsExactly(true, false);
    }

    @Test
    void rowsThatTheClientSendsArePartOfTheOperationToo() {
        Own operation = Own.of("COPY t FROM stdin;\n1\n\\.\n");

        assertThat(ddl("postgresql").compile(operation))
                .singleElement()
                .isInstanceOf(Executable.CopyIn.class)
                .matches(executable -> executable.recorded() == operation);
    }

    @ParameterizedTest
    @ValueSource(strings = {"postgresql", "mariadb", "mysql", "h2", "sqlite"})
    void theNameOfTheDatabaseIsTheOneOfRevisionFiles(String database) {
        Operation operation = new Asked(dialect -> List.of("SELECT '" + dialect + "'"));

        assertThat(ddl(database).compile(operation))
                .extracting(Executable::operation)
                .containsExactly(new ExecuteSql("SELECT '" + database + "'", List.of()));
    }

    @Test
    void whatRefusesATransactionStandsInABlockOrSaysSo() {
        Own inside = Own.of("VACUUM");
        Own outside = new Own(List.of("VACUUM"), true);

        assertThatThrownBy(() -> ddl("postgresql").compile(inside))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("op.outsideTransaction(");
        for (Operation operation : List.of(outside, new OutsideTransaction(List.of(inside)))) {
            assertThat(ddl("postgresql").compile(operation)).singleElement().matches(Executable::outsideTransaction);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mariadb, DO release_all_locks(), releases the lock",
        "h2, SHUTDOWN COMPACT, close the database",
        "sqlite, PRAGMA query_only = ON, not even the version rows",
        "sqlite, DELETE FROM t; DELETE FROM u, several statements"
    })
    void whatIsRefusedOfAStatementIsRefusedHere(String database, String text, String why) {
        assertThatThrownBy(() -> ddl(database).compile(Own.of(text)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " \n"})
    void aStatementThatIsEmptyIsRefusedWithItsNumber(@Nullable String text) {
        assertThatThrownBy(() -> ddl("h2").compile(Own.of("DELETE FROM t", text)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessage("H2 cannot tidy up: its statement 2 is empty.");
    }

    @Test
    @SuppressWarnings("NullAway") // What a class of a user may do all the same.
    void aDatabaseWithoutStatementsIsNamed() {
        for (Operation operation : List.of(Own.of(), new Asked(dialect -> null))) {
            assertThatThrownBy(() -> ddl("h2").compile(operation))
                    .isInstanceOf(UnsupportedByDialectException.class)
                    .hasMessage("H2 cannot tidy up: it has no statements for h2.");
        }
    }

    @Test
    void anExceptionSaysWhyTheDatabaseIsNotSupported() {
        UnsupportedOperationException told = new UnsupportedOperationException("there is no dust on it");
        IllegalStateException untold = new IllegalStateException();

        assertThatThrownBy(() -> ddl("sqlite").compile(throwing(told)))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessage("SQLite cannot tidy up: there is no dust on it.")
                .hasCause(told);
        assertThatThrownBy(() -> ddl("sqlite").compile(throwing(untold)))
                .hasMessage("SQLite cannot tidy up: java.lang.IllegalStateException.");
    }

    private static Operation throwing(RuntimeException failure) {
        return new Asked(dialect -> {
            throw failure;
        });
    }

    private static DdlCompiler ddl(String database) {
        return DIALECTS.named(database).ddl();
    }
}

package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.dialect.h2.H2Provider;
import dev.retort.dialect.mariadb.MariadbProvider;
import dev.retort.dialect.postgresql.PostgresqlProvider;
import dev.retort.dialect.sqlite.SqliteProvider;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.schema.Columns;
import dev.retort.schema.NativeType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownTypesTest {

    static Stream<Arguments> spellings() {
        return Stream.of(new H2Provider(), new MariadbProvider(), new PostgresqlProvider(), new SqliteProvider())
                .map(provider -> provider.create(DatabaseVersion.NEWEST).types())
                .flatMap(types -> Stream.of(
                                "timestamp(6) on update now(6)", "varchar(9 parts)", "decimal(a, b)", "varchar(5")
                        .map(text -> Arguments.of(types, text)));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void aSpellingThatIsNotUnderstoodIsNeverHalfATypeThatIs(SqlTypes types, String text) {
        assertThat(types.parse(text)).isEqualTo(new NativeType(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sqlite", "mariadb"})
    void anArrayIsNotWrittenWhereThereAreNone(String dialect) {
        SqlTypes types = Dialects.loadedFrom(UnknownTypesTest.class.getClassLoader())
                .named(dialect)
                .types();
        assertThatThrownBy(() -> types.render(Columns.array(Columns.integer())))
                .isInstanceOf(UnsupportedByDialectException.class)
                .hasMessageContaining("cannot store an array");
    }
}

package dev.retort.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TypeTextTest {

    @ParameterizedTest
    @MethodSource("spellings")
    void takesAnySpellingApart(String text, String name, List<String> arguments, int dimensions) {
        assertThat(TypeText.of(text)).isEqualTo(new TypeText(name, arguments, dimensions));
    }

    static List<Arguments> spellings() {
        return List.of(
                Arguments.of("INTEGER", "integer", List.of(), 0),
                Arguments.of("varchar(255)", "varchar", List.of("255"), 0),
                Arguments.of("numeric( 10 , 2 )", "numeric", List.of("10", "2"), 0),
                Arguments.of("TIMESTAMP(6)  WITH TIME ZONE", "timestamp with time zone", List.of("6"), 0),
                Arguments.of("timestamp with time zone", "timestamp with time zone", List.of(), 0),
                Arguments.of("int(11) unsigned", "int unsigned", List.of("11"), 0),
                Arguments.of("enum('a', 'b''s', ' c,d ')", "enum", List.of("a", "b's", " c,d "), 0),
                Arguments.of("character varying(20)[][]", "character varying", List.of("20"), 2),
                Arguments.of("enum('a)','(b') null", "enum null", List.of("a)", "(b"), 0),
                Arguments.of("Geometry(Point(1), 2)", "geometry", List.of("Point(1)", "2"), 0),
                Arguments.of("datetime(6) on update now(6)", "datetime(6) on update now(6)", List.of(), 0),
                Arguments.of("varchar(5", "varchar(5", List.of(), 0),
                Arguments.of("", "", List.of(), 0),
                Arguments.of("odd)(type", "odd)(type", List.of(), 0));
    }
}

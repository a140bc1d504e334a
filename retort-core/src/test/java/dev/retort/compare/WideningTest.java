package dev.retort.compare;

import static dev.retort.schema.Columns.array;
import static dev.retort.schema.Columns.bigint;
import static dev.retort.schema.Columns.bool;
import static dev.retort.schema.Columns.date;
import static dev.retort.schema.Columns.decimal;
import static dev.retort.schema.Columns.doublePrecision;
import static dev.retort.schema.Columns.enumeration;
import static dev.retort.schema.Columns.integer;
import static dev.retort.schema.Columns.nativeType;
import static dev.retort.schema.Columns.text;
import static dev.retort.schema.Columns.timestamp;
import static dev.retort.schema.Columns.uuid;
import static dev.retort.schema.Columns.varchar;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.retort.schema.SqlType;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WideningTest {

    static Stream<Arguments> types() {
        return Stream.of(
                arguments(integer(), bigint(), true),
                arguments(bigint(), integer(), false),
                arguments(varchar(10), varchar(20), true),
                arguments(varchar(20), varchar(10), false),
                arguments(varchar(10), varchar(), true),
                arguments(varchar(), varchar(10), false),
                arguments(varchar(10), text(), true),
                arguments(text(), varchar(10), false),
                arguments(decimal(10, 2), decimal(12, 2), true),
                arguments(decimal(10, 2), decimal(10, 4), false),
                arguments(decimal(10, 2), decimal(), true),
                arguments(decimal(), decimal(10, 2), false),
                arguments(date(), timestamp(), true),
                arguments(timestamp(), date(), false),
                arguments(timestamp(3), timestamp(6), true),
                arguments(timestamp(6), timestamp(3), false),
                arguments(enumeration("a"), enumeration("b", "a"), true),
                arguments(enumeration("a", "b"), enumeration("a"), false),
                arguments(integer(), text(), true),
                arguments(integer(), varchar(255), true),
                arguments(integer(), varchar(11), true),
                arguments(integer(), varchar(10), false),
                arguments(bigint(), varchar(20), true),
                arguments(varchar(255), integer(), false),
                arguments(uuid(), varchar(36), true),
                arguments(uuid(), varchar(35), false),
                arguments(varchar(36), uuid(), false),
                arguments(array(integer()), array(bigint()), true),
                arguments(array(bigint()), array(integer()), false),
                arguments(array(varchar(20)), array(varchar(40)), true),
                arguments(date(), varchar(255), true),
                arguments(date(), varchar(10), false),
                arguments(timestamp(), text(), true),
                arguments(bool(), varchar(5), true),
                arguments(decimal(10, 2), varchar(13), true),
                arguments(decimal(10, 2), varchar(12), false),
                arguments(decimal(), varchar(255), false),
                arguments(enumeration("a", "long"), varchar(4), true),
                arguments(enumeration("a", "long"), varchar(3), false),
                arguments(integer(), decimal(12, 2), true),
                arguments(integer(), decimal(10, 2), false),
                arguments(integer(), doublePrecision(), true),
                arguments(bigint(), doublePrecision(), false),
                arguments(doublePrecision(), text(), false),
                arguments(nativeType("point"), nativeType("box"), false),
                arguments(nativeType("point"), nativeType("point"), true));
    }

    @ParameterizedTest
    @MethodSource("types")
    void saysWhetherAllValuesFit(SqlType from, SqlType to, boolean fit) {
        assertThat(Widening.holdsAll(from, to)).isEqualTo(fit);
    }
}

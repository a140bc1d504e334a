package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualifiedNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "a.b",
                "\"",
                "\"\"",
                "\"q\"",
                "a\"b",
                "a\"b.c",
                "\"a\".b",
                "\".\"",
                ".",
                "..",
                "a.",
                ".a",
                "\"a.\"b\"",
                " "
            })
    void everyNameIsReadBackFromItsText(String part) {
        List<QualifiedName> names = List.of(
                QualifiedName.of(part),
                new QualifiedName(part, "orders"),
                new QualifiedName("sales", part),
                new QualifiedName(part, part));

        assertThat(names)
                .allSatisfy(
                        name -> assertThat(QualifiedName.parse(name.toString())).isEqualTo(name));
    }

    @Test
    void aSchemaStandsBeforeTheFirstDot() {
        assertThat(QualifiedName.parse("sales.orders")).isEqualTo(new QualifiedName("sales", "orders"));
        assertThat(QualifiedName.parse("sales.\"eu.orders\"")).isEqualTo(new QualifiedName("sales", "eu.orders"));
        assertThat(QualifiedName.parse("orders")).isEqualTo(QualifiedName.of("orders"));
    }
}

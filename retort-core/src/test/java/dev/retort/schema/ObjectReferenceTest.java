package dev.retort.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.schema.SchemaObject.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectReferenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            add_one                    |       | add_one   |
            add_one()                  |       | add_one   | ''
            add_one(integer, text)     |       | add_one   | integer, text
            add_one (integer)          |       | add_one   | integer
            sales.add_one(integer)     | sales | add_one   | integer
            add(sales."t")             |       | add       | sales."t"
            "add(one)"(numeric(5, 2))  |       | add(one)  | numeric(5, 2)
            sales."add(one)"(integer)  | sales | add(one)  | integer
            "s(1)"."add(one)"          | s(1)  | add(one)  |
            """)
    void aSignatureIsANameWithItsArguments(String signature, String schema, String name, String arguments) {
        assertThat(ObjectReference.ofRoutine(Kind.FUNCTION, signature))
                .isEqualTo(new ObjectReference(Kind.FUNCTION, new QualifiedName(schema, name), arguments, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"f", "f(1)", "\"", "\"q\"", "a.b", " a ", "(", ")", "\"(\"", ".\"", "a\n"})
    void everyRoutineIsReadBackFromItsSignature(String part) {
        List<QualifiedName> names = List.of(
                QualifiedName.of(part),
                new QualifiedName("s", part),
                new QualifiedName(part, "f"),
                new QualifiedName(part, part));

        assertThat(names).allSatisfy(name -> {
            for (String arguments : new String[] {null, "", "integer", "s.\"t\""}) {
                ObjectReference routine = new ObjectReference(Kind.FUNCTION, name, arguments, null);
                assertThat(ObjectReference.ofRoutine(Kind.FUNCTION, routine.signature()))
                        .isEqualTo(routine);
            }
        });
    }

    @Test
    void aParenthesisIsClosed() {
        assertThatThrownBy(() -> ObjectReference.ofRoutine(Kind.FUNCTION, "add_one(integer"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no closing parenthesis");
    }
}

package dev.retort.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an error tells piece by piece is masked as its message is. */
class MaskedTextsTest {

    private static final String SAID = "the login with s3cret";

    static Stream<Arguments> textsOfErrors() {
        UnsupportedByDialectException unsupported =
                new UnsupportedByDialectException(SAID, "SQLite", SAID).advising(SAID);
        DifferencesNotWritableException unwritable =
                new DifferencesNotWritableException("SQLite", List.of(SAID), Set.of(SAID));
        DifferencesFoundException found = new DifferencesFoundException(List.of(SAID), 1, 0, 0);
        IrreversibleOperationException irreversible = new IrreversibleOperationException(SAID, SAID, null);
        return Stream.of(
                Arguments.of(masked(unsupported), unsupported.operation()),
                Arguments.of(unsupported, unsupported.why()),
                Arguments.of(unsupported, unsupported.wayOut()),
                Arguments.of(masked(unwritable), String.join("", unwritable.refusals())),
                Arguments.of(masked(found), String.join("", found.differences())),
                Arguments.of(masked(irreversible), irreversible.subject()),
                Arguments.of(irreversible, irreversible.why()));
    }

    @ParameterizedTest
    @MethodSource("textsOfErrors")
    void eachTextOfAnErrorIsMasked(RetortException error, String text) {
        assertThat(text).isEqualTo("the login with ***");
        assertThat(error.describe()).doesNotContain("s3cret");
    }

    private static RetortException masked(RetortException error) {
        error.mask(text -> text.replace("s3cret", "***"));
        return error;
    }
}

package dev.retort.frontend.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.error.SourcePosition;
import dev.retort.frontend.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonReportsTest {

    private final JsonReports json = new JsonReports(text -> text.replace("s3cret", "***"));

    @Test
    void anErrorSaysWhereAndWhatToDoOrNull() {
        assertThat(json.failure(new Failure(
                        "configuration", "'s3cret' is no URL.", new SourcePosition("retort.toml", 2), "Correct it.")))
                .isEqualToIgnoringNewLines("{\"error\":{\"kind\":\"configuration\",\"message\":\"'***' is no URL.\","
                        + "\"file\":\"retort.toml\",\"line\":2,\"column\":null,\"hint\":\"Correct it.\"}}");
        assertThat(json.failure(new Failure("script", "Unreadable.", SourcePosition.of("a.sql"), null)))
                .contains("\"file\":\"a.sql\",\"line\":null,\"column\":null,\"hint\":null");
        assertThat(json.failure(new Failure("usage", "No.", null, null)))
                .contains("\"file\":null,\"line\":null,\"column\":null,\"hint\":null");
    }

    @Test
    void aResultIsOneLineWithoutPasswordsAndSqlIsWhole() {
        assertThat(json.tables(List.of("s3cret\nb"))).isEqualTo("{\"tables\":[\"***\\nb\"]}" + System.lineSeparator());
        assertThat(json.sql("ALTER USER a PASSWORD 's3cret';")).contains("'s3cret'");
    }
}

package dev.retort.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegesTest {

    @ParameterizedTest
    @ValueSource(strings = {"SELECT", "all privileges", "UPDATE (name, town)", "CREATE TEMPORARY TABLES"})
    void onePrivilegeIsAWordOrTwoWithColumns(String word) {
        assertThat(Privileges.of(word).on("users").words()).containsExactly(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "SELECT, INSERT", "SELECT ON users TO app; DROP TABLE users", "UPDATE (name"})
    void whatIsNotOnePrivilegeIsRefused(String word) {
        assertThatThrownBy(() -> Privileges.of(word).on("users"))
                .hasMessage("'" + word + "' is not one privilege, such as SELECT or UPDATE (name).");
    }

    @Test
    void somebodyGetsThem() {
        Privileges read = Privileges.of("SELECT").on("users");

        assertThatThrownBy(() -> new Grant(read, List.of())).hasMessage("The roles or users are missing.");
        assertThatThrownBy(() -> new Revoke(read, List.of("app", " "))).hasMessage("The roles or users are missing.");
    }
}

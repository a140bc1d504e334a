package dev.retort.tests.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MysqlScriptTest {

    @Test
    void aBodyOfARoutineWithoutDelimiterIsCutAtItsSemicolons() {
        assertThat(MysqlScript.statements("CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; END;\n\nSELECT 3;\n"))
                .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1", "SELECT 2", "END", "SELECT 3");
    }

    @Test
    void aBodyOfARoutineWithDelimiterIsWhole() {
        assertThat(MysqlScript.statements(
                        "DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END//\nDELIMITER ;\nSELECT ';';-- a;b\n"))
                .containsExactly("CREATE PROCEDURE p() BEGIN SELECT 1; END", "SELECT ';'");
    }

    @Test
    void quotesAndCommentsHideDelimitersButCommentsThatAreExecutedDoNot() {
        assertThat(MysqlScript.statements(
                        "SELECT 'it\\'s;', \"a;\", `b;` /* c; */ # d;\n; /*!50000 SELECT 1; */ SELECT 2"))
                .containsExactly("SELECT 'it\\'s;', \"a;\", `b;` /* c; */ # d;", "/*!50000 SELECT 1", "*/ SELECT 2");
    }
}

package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.dialect.Dialects;
import dev.retort.dialect.Failures;
import java.sql.SQLException;
import org.hsqldb.error.Error;
import org.hsqldb.error.ErrorCode;
import org.hsqldb.jdbc.JDBCUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Retort makes of the exceptions that HSQLDB's driver makes of its error codes. */
class HsqldbFailuresTest {

    private final Failures failures =
            Dialects.loadedFrom(getClass().getClassLoader()).named("hsqldb").failures();

    private static SQLException exception(int code) {
        return JDBCUtil.sqlException(Error.error(code));
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ErrorCode.X_22001,
                ErrorCode.X_22012,
                ErrorCode.X_23502,
                ErrorCode.X_23503,
                ErrorCode.X_23505,
                ErrorCode.X_23513,
                ErrorCode.X_40001,
                ErrorCode.X_40502,
                ErrorCode.X_42501,
                ErrorCode.X_42504,
                ErrorCode.X_42581,
                ErrorCode.X_45000
            })
    void aRejectedStatementHasHadNoEffect(int code) {
        assertThat(failures.isRefusal(exception(code))).isTrue();
        assertThat(failures.isLost(exception(code))).isFalse();
    }

    @Test
    void aStatementThatIsCancelledSaysSo() {
        assertThat(failures.isCancelled(exception(ErrorCode.X_40502))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ErrorCode.FILE_IO_ERROR,
                ErrorCode.GENERAL_ERROR,
                ErrorCode.OUT_OF_MEMORY,
                ErrorCode.GENERAL_IO_ERROR,
                ErrorCode.DATA_FILE_IS_FULL,
                ErrorCode.ERROR_IN_LOG_FILE,
                ErrorCode.X_40003
            })
    void anErrorOfTheFilesOrTheMemoryLeavesOpenWhatHappened(int code) {
        assertThat(failures.isRefusal(exception(code))).isFalse();
        assertThat(failures.isLost(exception(code))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {ErrorCode.X_08000, ErrorCode.X_08003, ErrorCode.X_08006, ErrorCode.X_08503, ErrorCode.X_08501})
    void anErrorOfTheConnectionSaysThatItIsGone(int code) {
        assertThat(failures.isLost(exception(code))).isTrue();
        assertThat(failures.isRefusal(exception(code))).isFalse();
    }
}

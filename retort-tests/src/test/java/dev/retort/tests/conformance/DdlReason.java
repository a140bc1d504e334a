package dev.retort.tests.conformance;

import dev.retort.tests.server.DatabaseUnderTest;
import java.util.List;
import java.util.function.Predicate;

/**
 * Why our statements for some recorded operations do not end as Alembic's do.
 *
 * @param kinds the databases
 * @param operations the operations, by Alembic's names; empty for all
 * @param which those of the operations that it is about
 * @param ending how they end
 * @param why the reason, a clause
 */
record DdlReason(
        List<DatabaseUnderTest> kinds,
        List<String> operations,
        Predicate<DdlTrial.Verdict> which,
        DdlEnding ending,
        String why) {

    boolean isAbout(DatabaseUnderTest kind) {
        return kinds.contains(kind);
    }

    boolean explains(DdlTrial.Verdict verdict) {
        RecordedDdl recorded = verdict.recorded();
        return verdict.ending() == ending
                && kinds.stream().anyMatch(recorded::isOf)
                && (operations.isEmpty() || operations.contains(recorded.operation()))
                && which.test(verdict);
    }

    @Override
    public String toString() {
        return ending + " " + why;
    }
}

package dev.retort.tests.conformance;

import dev.retort.error.DifferencesNotWritableException;
import dev.retort.error.RetortException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.report.Difference;
import dev.retort.report.ModelReport;
import dev.retort.tests.catalog.CatalogDifference;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.conformance.EmptyDatabases.EmptyDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way of a database from one schema of a pair to the other, and back. */
final class Trial {

    private static final String LEFT_OUT = "Left out: ";
    private static final String NOT_RESTORED = "The downgrade does not restore ";

    private final TwinProject project;
    private final Connection connection;
    private final Twin twin;
    private final SchemaPair pair;
    private final List<String> details = new ArrayList<>();
    private Outcome worst = Outcome.RIGHT;

    private Trial(TwinProject project, Connection connection, Twin twin, SchemaPair pair) {
        this.project = project;
        this.connection = connection;
        this.twin = twin;
        this.pair = pair;
    }

    /**
     * Runs a pair on a database, which is empty at the beginning.
     *
     * @param folder a folder that is not there yet
     * @throws SQLException when the schemas cannot be made, or the catalogs cannot be read
     */
    static Verdict of(SchemaPair pair, EmptyDatabase database, Path folder) throws SQLException, IOException {
        Connection connection = database.connection();
        Twin twin = Twin.of(pair, connection);
        pair.build(connection, pair.before());
        try (TwinProject project = new TwinProject(database, folder, twin.desired(), twin.schemas())) {
            Trial trial = new Trial(project, connection, twin, pair);
            trial.run();
            return new Verdict(pair, trial.worst, trial.details);
        }
    }

    private void run() throws SQLException {
        RawCatalog before = catalog();
        try {
            Optional<ModelReport> written = written();
            if (written.isPresent()) {
                goAndReturn(written.get(), before);
            }
        } catch (RetortException failure) {
            end(Outcome.CRASH, failure.describe());
        } catch (RuntimeException | LinkageError failure) {
            end(Outcome.CRASH, failure + " at " + failure.getStackTrace()[0]);
        }
    }

    private Optional<ModelReport> written() {
        try {
            ModelReport written = project.autogenerate();
            written.differences().forEach(difference -> details.add("does: " + difference.operation()));
            written.hazards().forEach(sentence -> details.add("says: " + sentence));
            return Optional.of(written);
        } catch (DifferencesNotWritableException | UnsupportedByDialectException refusal) {
            end(Outcome.REFUSED, refusal.getMessage());
            return Optional.empty();
        }
    }

    private void goAndReturn(ModelReport written, RawCatalog before) throws SQLException {
        project.upgrade();
        ModelReport again = project.check();
        List<String> leftOut = beginning(LEFT_OUT, written);
        List<String> said =
                Stream.concat(leftOut.stream(), again.hazards().stream()).toList();
        RawCatalog after = catalog();
        Outcome excused = leftOut.isEmpty() ? Outcome.REMARKED : Outcome.REFUSED;
        if (holds("after the upgrade", after, twin.catalog(), said, excused, Outcome.MISSED)) {
            again.hazards().forEach(sentence -> end(Outcome.FOUND_AGAIN, "says again: " + sentence));
        }
        for (Difference difference : again.differences()) {
            if (leftOut.stream().noneMatch(sentence -> sentence.startsWith(LEFT_OUT + difference.operation() + ":"))) {
                end(Outcome.FOUND_AGAIN, "finds again: " + difference.operation());
            }
        }
        project.downgrade();
        List<String> notRestored = Stream.concat(said.stream(), beginning(NOT_RESTORED, written).stream())
                .toList();
        holds("after the downgrade", catalog(), before, notRestored, excused, Outcome.COMES_BACK_DIFFERENT);
    }

    private static List<String> beginning(String words, ModelReport report) {
        return report.hazards().stream()
                .filter(sentence -> sentence.startsWith(words))
                .toList();
    }

    private RawCatalog catalog() throws SQLException {
        return RawCatalog.read(pair.kind(), connection);
    }

    /** Whether a catalog is the expected one, however columns count. */
    private boolean holds(
            String when,
            RawCatalog found,
            RawCatalog expected,
            List<String> said,
            Outcome whenNamed,
            Outcome whenUnnamed)
            throws SQLException {
        CatalogDifference difference = CatalogDifference.between(
                found.withoutNumbering(), expected.withoutNumbering(), pair.kind(), connection);
        difference.equal().forEach(sentence -> end(Outcome.EQUAL, when + " " + sentence));
        if (difference.isEmpty()) {
            if (difference.equal().isEmpty() && !found.equals(expected)) {
                end(Outcome.RIGHT_BUT_NUMBERING, when + " a column counts in another way");
            }
            return true;
        }
        difference.surplus().forEach(entry -> details.add(when + " + " + entry));
        difference.missing().forEach(entry -> details.add(when + " - " + entry));
        boolean named = Stream.concat(difference.surplus().stream(), difference.missing().stream())
                .allMatch(entry -> said.stream().anyMatch(entry::isNamedIn));
        end(named ? whenNamed : whenUnnamed, when + " something differs");
        return false;
    }

    private void end(Outcome outcome, String detail) {
        if (outcome.compareTo(worst) > 0) {
            worst = outcome;
        }
        details.add(outcome + " " + detail);
    }
}

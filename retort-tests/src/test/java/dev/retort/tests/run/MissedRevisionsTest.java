package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.retort.Retort;
import dev.retort.config.ConfigKey;
import dev.retort.error.ConfigurationException;
import dev.retort.error.DatabaseNotAtHeadException;
import dev.retort.error.HalfDoneStepException;
import dev.retort.error.MissedRevisionsException;
import dev.retort.error.RetortException;
import dev.retort.error.UnknownVersionRowException;
import dev.retort.error.UsageException;
import dev.retort.report.CurrentReport;
import dev.retort.report.MigrationReport;
import dev.retort.report.Resolution;
import dev.retort.report.RevisionEntry;
import dev.retort.report.UnfiledRevision;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.tests.server.ForDatabases;
import dev.retort.tests.server.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that come to lie below applied ones after those were run. */
class MissedRevisionsTest {

    private static final String RENAMED =
            "The history has 'a1', but no file does: was it renamed to 'a9', which has the same content?";

    @TempDir
    private Path folder;

    private Revisions revisions;

    @SuppressWarnings("NullAway.Init") // each test makes one of its kind
    private TestDatabase database;

    @BeforeEach
    void makeRevisions() {
        revisions = new Revisions(folder);
    }

    @AfterEach
    void removeDatabase() {
        database.close();
    }

    @ForDatabases
    void aRevisionThatSlipsBelowAppliedOnesIsNamedEverywhere(SharedDatabase kind) {
        threeApplied(kind);
        slipIn();

        assertThatThrownBy(() -> retort().upgrade("heads"))
                .isInstanceOfSatisfying(MissedRevisionsException.class, missed -> {
                    assertThat(missed.revisions()).containsExactly("x1");
                    assertThat(missed).hasMessageContaining("'b1' revises 'x1' now, and did not when it was applied");
                    assertThat(missed.hint().orElseThrow()).contains("Retort.upgradeMissed()", "Retort.acceptMissed(");
                });
        CurrentReport current = retort().current();
        assertThat(current.missed()).containsExactly("x1");
        assertThat(current.atHeads()).isFalse();
        assertThat(retort().history(":", true))
                .filteredOn(RevisionEntry::missed)
                .extracting(RevisionEntry::id)
                .containsExactly("x1");
        assertThat(retort().history(":", false))
                .allSatisfy(entry -> assertThat(entry.missed()).isNull());
    }

    @ForDatabases
    void aRevisionThatWasRenamedIsSaidWithBothIds(SharedDatabase kind) throws IOException {
        threeApplied(kind);
        rename();

        assertThatThrownBy(() -> retort().upgrade("heads"))
                .isInstanceOf(MissedRevisionsException.class)
                .satisfies(this::offersToAcceptFirst);
        assertThatThrownBy(() -> retort().check())
                .isInstanceOf(MissedRevisionsException.class)
                .satisfies(this::offersToAcceptFirst);
        assertThatThrownBy(() -> retort().downgrade("base")).hasMessageContaining("'a1', but no file does");
        assertThat(retort().current().unfiled()).containsExactly(new UnfiledRevision("a1", "a9"));
        assertThat(toldBy(retort -> retort.history(":", true))).containsExactly(RENAMED);

        assertThat(retort().acceptMissed(List.of(), "renamed")).containsExactly("a9");
        assertThat(retort().current().unfiled()).isEmpty();
        assertThat(retort().current().atHeads()).isTrue();
        slipIn("a9");
        assertThat(retort().current().missed()).containsExactly("x1");
        assertThat(retort().current().unfiled()).isEmpty();
    }

    private void offersToAcceptFirst(Throwable refused) {
        assertThat(refused).hasMessageContaining(RENAMED);
        assertThat(((RetortException) refused).hint().orElseThrow())
                .containsSubsequence("Retort.acceptMissed(", "its old id", "Retort.upgradeMissed()");
    }

    @ForDatabases
    void aRevisionWhoseContentWasChangedWithItsIdIsSaidToo(SharedDatabase kind) throws IOException {
        threeApplied(kind);
        Files.delete(folder.resolve("versions/a1_step.sql"));
        revisions.sql("a9", "", "CREATE TABLE other (id INTEGER);");
        table("b1", "a9");

        assertThatThrownBy(() -> retort().upgrade("heads"))
                .isInstanceOf(MissedRevisionsException.class)
                .hasMessageContainingAll("never run on this database: a9.", "The history has 'a1', but no file does");
    }

    /** As when old revisions are put together. */
    @ForDatabases
    void anAppliedRevisionWhoseFileIsGoneIsToldAndStopsNothing(SharedDatabase kind) throws IOException {
        threeApplied(kind);
        Files.delete(folder.resolve("versions/a1_step.sql"));
        table("b1", "");
        String gone = "The history has 'a1', but no file does: was it renamed or deleted?";

        assertThat(toldBy(Retort::upgrade)).containsExactly(gone);
        assertThat(toldBy(retort -> retort.history(":", true))).containsExactly(gone);
        assertThat(toldBy(retort -> assertThatThrownBy(retort::check).isInstanceOf(ConfigurationException.class)))
                .containsExactly(gone);
        assertThat(retort().current().unfiled()).containsExactly(new UnfiledRevision("a1", null));
        assertThat(retort().current().atHeads()).isTrue();

        table("d1", "c1");
        assertThat(toldBy(Retort::upgrade)).containsExactly(gone);
        assertThat(toldBy(Retort::upgrade)).isEmpty();
    }

    @Test
    void aRowThatNoFileHasIsNotSaidToBeBehind() throws IOException {
        threeApplied(SharedDatabase.SQLITE);
        Files.delete(folder.resolve("versions/c1_step.sql"));

        assertThatThrownBy(() -> retort().check()).isInstanceOf(UnknownVersionRowException.class);
    }

    @Test
    void whatNeedsNoEntitiesIsCheckedWithoutThem() {
        threeApplied(SharedDatabase.SQLITE);
        table("d1", "c1");
        assertThatThrownBy(() -> retort().check())
                .isInstanceOf(DatabaseNotAtHeadException.class)
                .hasMessageContaining("lacks d1");

        slipIn();
        assertThatThrownBy(() -> retort().check())
                .isInstanceOf(MissedRevisionsException.class)
                .hasMessageContaining("x1");

        retort().upgradeMissed();
        retort().upgrade();
        assertThatThrownBy(() -> retort().check())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("where the entities are");
    }

    @ForDatabases
    void whatWasMissedIsRunAloneAndOnce(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        slipIn();
        revisions.sql("d1", "c1", "CREATE TABLE d1 (id INTEGER);", "DROP TABLE d1;");

        MigrationReport report = retort().upgradeMissed();

        assertThat(report.steps()).extracting(step -> step.revision().id()).containsExactly("x1");
        assertThat(report.heads()).containsExactly("c1");
        assertThat(DatabaseState.versionRows(database)).containsExactly("c1");
        assertThat(DatabaseState.rows(database, "SELECT * FROM x1")).isEmpty();
        assertThat(retort().upgradeMissed().steps()).isEmpty();
        assertThat(retort().upgrade().heads()).containsExactly("d1");
        assertThat(retort().current().atHeads()).isTrue();
        assertThat(retort().downgrade("base").steps()).hasSize(5);
    }

    @ForDatabases
    void severalAreRunInTheOrderInWhichTheyNeedEachOther(SharedDatabase kind) {
        threeApplied(kind);
        revisions.sql("x2", "x1", "INSERT INTO x1 VALUES (1);", "DELETE FROM x1;");
        revisions.sql("x1", "a1", "CREATE TABLE x1 (id INTEGER);", "DROP TABLE x1;");
        table("b1", "x2");

        assertThat(retort().upgradeMissed().steps())
                .extracting(step -> step.revision().id())
                .containsExactly("x1", "x2");
    }

    /** The release branch had a1 and c1; on the main branch c1 comes after b1. */
    @ForDatabases
    void aHotfixThatOvertookIsSeen(SharedDatabase kind) {
        table("a1", "");
        table("c1", "a1");
        database = kind.fresh();
        retort().upgrade();
        table("b1", "a1");
        table("c1", "b1");

        assertThatThrownBy(() -> retort().upgrade())
                .isInstanceOf(MissedRevisionsException.class)
                .hasMessageContaining("b1");
        retort().upgradeMissed();
        assertThat(retort().upgrade().steps()).isEmpty();
        assertThat(retort().downgrade("base").steps()).hasSize(3);
    }

    @ForDatabases
    void aDependencyThatIsAddedLaterIsSeen(SharedDatabase kind) throws IOException {
        threeApplied(kind);
        table("x1", "");
        Path file = folder.resolve("versions/c1_step.sql");
        Files.writeString(file, Files.readString(file).replace("-- revises: b1", "-- revises: b1\n-- depends on: x1"));

        assertThatThrownBy(() -> retort().upgrade())
                .isInstanceOf(MissedRevisionsException.class)
                .hasMessageContaining("'c1' depends on 'x1' now");
    }

    @ForDatabases
    void whatWasMissedIsAcceptedAsDoneForAReason(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        slipIn();

        assertThatThrownBy(() -> retort().acceptMissed(List.of(), " ")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> retort().acceptMissed(List.of(), "a bell \u0007"))
                .isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> retort().acceptMissed(List.of("b1"), "why")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> retort().accept(List.of("x1"), "why"))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("never run");
        assertThat(retort().current().missed()).containsExactly("x1");
        assertThat(retort().acceptMissed(List.of(), "made by hand")).containsExactly("x1");

        assertThat(retort().current().atHeads()).isTrue();
        assertThat(retort().upgrade().steps()).isEmpty();
        assertThat(retort().acceptMissed(List.of(), "made by hand")).isEmpty();
        assertThat(DatabaseState.rows(
                        database, "SELECT direction, revision, message FROM retort_history ORDER BY id DESC"))
                .first()
                .isEqualTo("accept x1 made by hand");
    }

    @ForDatabases
    void withAWarningTheRestGoesOnAndTheMissedOnesAreNamedEachTime(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        slipIn();
        table("d1", "c1");
        List<String> warned = new ArrayList<>();

        assertThat(lenient(warned).upgrade().heads()).containsExactly("d1");
        assertThat(lenient(warned).upgrade().steps()).isEmpty();

        assertThat(warned).containsExactly("x1", "x1");
        assertThat(lenient(warned).current().missed()).containsExactly("x1");
        assertThat(lenient(warned).downgrade("base").heads()).isEmpty();
        assertThat(DatabaseState.versionRows(database)).isEmpty();
        assertThat(retort().upgrade().steps()).hasSize(5);
    }

    @ForDatabases
    void aDowngradePastAMissedRevisionIsRefusedBeforeItsFirstStep(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        slipIn();

        assertThatThrownBy(() -> retort().downgrade("base")).isInstanceOf(MissedRevisionsException.class);
        assertThat(DatabaseState.versionRows(database)).containsExactly("c1");
        assertThat(retort().downgrade("-1").heads()).containsExactly("b1");
        assertThat(retort().current().missed()).containsExactly("x1");
    }

    @ForDatabases
    void onlyWhatSlipsInAfterAStampIsMissed(SharedDatabase kind) {
        table("a1", "");
        table("b1", "a1");
        database = kind.fresh();
        retort().stamp("b1");
        assertThat(retort().current().missed()).isEmpty();

        table("x1", "a1");
        table("b1", "x1");

        assertThat(retort().current().missed()).containsExactly("x1");
        retort().stamp("a1");
        retort().stamp("b1");
        assertThat(retort().current().missed()).isEmpty();
    }

    @ForDatabases
    void onlyWhatSlipsInAfterTheTakeOverOfAlembicsTableIsMissed(SharedDatabase kind) throws SQLException {
        table("a1", "");
        table("b1", "a1");
        database = kind.fresh();
        database.execute("CREATE TABLE retort_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
        database.execute("INSERT INTO retort_version VALUES ('b1')");
        table("x0", "a1");
        table("b1", "x0");
        assertThat(retort().current().missed()).isEmpty();
        table("c1", "b1");
        assertThat(retort().upgrade().steps()).hasSize(1);

        table("x1", "x0");
        table("b1", "x1");

        assertThat(retort().current().missed()).containsExactly("x1");
    }

    @ForDatabases
    void aHistoryTableOfAnEarlierVersionGetsWhatItLacksWithTheFirstRunThatWrites(SharedDatabase kind)
            throws SQLException {
        threeApplied(kind);
        database.execute("ALTER TABLE retort_history DROP COLUMN applied_digest");
        database.execute("ALTER TABLE retort_history DROP COLUMN applied");
        assertThat(retort().current().atHeads()).isTrue();
        assertThat(retort().upgrade().steps()).isEmpty();
        table("d1", "c1");
        assertThat(retort().upgrade().heads()).containsExactly("d1");

        slipIn();

        assertThat(retort().current().missed()).containsExactly("x1");
    }

    @ForDatabases
    void rowsThatMovedWithoutAnEntryAccuseNobody(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        table("d1", "c1");
        table("e1", "d1");
        database.execute("CREATE TABLE d1 (id INTEGER)");
        database.execute("UPDATE retort_version SET version_num = 'd1'");

        assertThat(retort().current().missed()).isEmpty();
        assertThat(retort().upgrade().heads()).containsExactly("e1");
        assertThat(retort().current().atHeads()).isTrue();
        slipIn();
        assertThat(retort().current().missed()).containsExactly("x1");
    }

    @ForDatabases
    void aFailureOfAMissedRevisionLeavesItToBeRunAgain(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        revisions.sql("x1", "a1", "CREATE TABLE x1 (id INTEGER); INSERT INTO nowhere VALUES (1);", "DROP TABLE x1;");
        table("b1", "x1");

        assertThatThrownBy(() -> retort().upgradeMissed()).isInstanceOf(RetortException.class);
        assertThat(DatabaseState.versionRows(database)).containsExactly("c1");
        database.execute("CREATE TABLE nowhere (id INTEGER)");

        assertThat(retort().upgradeMissed().steps())
                .extracting(step -> step.revision().id())
                .containsExactly("x1");
        assertThat(DatabaseState.rows(database, "SELECT * FROM nowhere")).containsExactly("1");
        assertThat(retort().current().atHeads()).isTrue();
    }

    @Test
    void whatIsHalfDoneIsNotAcceptedAsDone() throws SQLException {
        threeApplied(SharedDatabase.MARIADB);
        revisions.sql("x1", "a1", "CREATE TABLE x1 (id INTEGER); INSERT INTO nowhere VALUES (1);", "DROP TABLE x1;");
        table("b1", "x1");
        assertThatThrownBy(() -> retort().upgradeMissed()).isInstanceOf(RetortException.class);

        assertThatThrownBy(() -> retort().acceptMissed(List.of("x1"), "made by hand"))
                .isInstanceOf(HalfDoneStepException.class);

        database.execute("CREATE TABLE nowhere (id INTEGER)");
        retort().upgradeMissed();
        assertThat(retort().current().atHeads()).isTrue();
    }

    @ForDatabases(lacks = Capability.TRANSACTIONAL_DDL)
    void aMissedRevisionThatStoppedHalfWayIsNamedWithTheWayOn(SharedDatabase kind) throws SQLException {
        threeApplied(kind);
        revisions.sql("x1", "a1", "CREATE TABLE x1 (id INTEGER); INSERT INTO nowhere VALUES (1);", "DROP TABLE x1;");
        revisions.sql("x2", "x1", "CREATE TABLE x2 (id INTEGER);");
        table("b1", "x2");
        assertThatThrownBy(() -> retort().upgradeMissed()).isInstanceOf(RetortException.class);

        List<Consumer<Retort>> useCases = List.of(
                Retort::upgrade, retort -> retort.upgrade("c1"), retort -> retort.downgrade("base"), Retort::check);
        for (Consumer<Retort> useCase : useCases) {
            for (Retort retort : List.of(retort(), lenient(new ArrayList<>()))) {
                assertThatThrownBy(() -> useCase.accept(retort))
                        .isInstanceOfSatisfying(HalfDoneStepException.class, halfDone -> {
                            assertThat(halfDone.revision()).isEqualTo("x1");
                            assertThat(halfDone.hint().orElseThrow()).contains("Retort.resume(");
                        });
            }
        }
        assertThat(retort().current().halfDone()).isNotNull();
        database.execute("CREATE TABLE nowhere (id INTEGER)");
        retort().resume(Resolution.ASK);
        assertThat(retort().current().missed()).containsExactly("x2");
    }

    /** Applies a1, b1 and c1. */
    private void threeApplied(SharedDatabase kind) {
        table("a1", "");
        table("b1", "a1");
        table("c1", "b1");
        database = kind.fresh();
        retort().upgrade();
    }

    /** Puts x1 between a1 and b1. */
    private void slipIn() {
        slipIn("a1");
    }

    private void slipIn(String below) {
        table("x1", below);
        table("b1", "x1");
    }

    /** Gives a1 the id a9. */
    private void rename() throws IOException {
        Files.delete(folder.resolve("versions/a1_step.sql"));
        revisions.sql("a9", "", "CREATE TABLE a1 (id INTEGER);", "DROP TABLE a1;");
        table("b1", "a9");
    }

    /** What a use case tells of applied revisions that no file has. */
    private List<String> toldBy(Consumer<Retort> useCase) {
        List<String> told = new ArrayList<>();
        useCase.accept(RunSetup.upgrade(folder, database).retort(new MigrationListener() {
            @Override
            public void unfiledRevisions(String database, List<String> remarks) {
                told.addAll(remarks);
            }
        }));
        return told;
    }

    private void table(String id, String revises) {
        revisions.sql(id, revises, "CREATE TABLE " + id + " (id INTEGER);", "DROP TABLE " + id + ";");
    }

    private Retort retort() {
        return RunSetup.upgrade(folder, database).retort(MigrationListener.SILENT);
    }

    private Retort lenient(List<String> warned) {
        return Retort.configure()
                .settings(RunSetup.upgrade(folder, database).settings().with(ConfigKey.ON_MISSED, "warn"))
                .listener(new MigrationListener() {
                    @Override
                    public void missedRevisions(String database, List<String> missed, List<String> edges) {
                        warned.addAll(missed);
                    }
                })
                .load();
    }
}

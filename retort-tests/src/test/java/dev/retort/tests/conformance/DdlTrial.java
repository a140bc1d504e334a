package dev.retort.tests.conformance;

import dev.retort.dialect.Executable;
import dev.retort.error.RetortException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.Table;
import dev.retort.testkit.LiveSchema;
import dev.retort.tests.catalog.CatalogDifference;
import dev.retort.tests.catalog.RawCatalog;
import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A recorded operation on two databases that begin equal: Alembic's statements on the one, and ours on the other. */
final class DdlTrial {

    private static final String INSPECTED = "inspected: ";

    private final RecordedDdl recorded;
    private final DdlDatabase database;
    private final List<String> details = new ArrayList<>();

    private DdlTrial(RecordedDdl recorded, DdlDatabase database) {
        this.recorded = recorded;
        this.database = database;
    }

    /**
     * What came of a recorded operation.
     *
     * @param details what was run, what was said and what differs
     */
    record Verdict(RecordedDdl recorded, DdlEnding ending, List<String> details) {

        /** What only ours leads to. */
        List<String> surplus() {
            return beginning("+ ");
        }

        /** What only Alembic's statements lead to. */
        List<String> missing() {
            return beginning("- ");
        }

        private List<String> beginning(String sign) {
            return details.stream()
                    .filter(line -> line.startsWith(sign))
                    .map(line -> line.substring(sign.length()))
                    .toList();
        }

        @Override
        public String toString() {
            return recorded + "\n    " + ending + "\n    " + String.join("\n    ", details);
        }
    }

    /** Runs an operation in a database, in which nothing is left of it. */
    static Verdict of(RecordedDdl recorded, DdlDatabase database) throws SQLException {
        DdlTrial trial = new DdlTrial(recorded, database);
        DdlEnding worst = DdlEnding.EQUAL;
        trial.details.add("Alembic: " + recorded.sql());
        int starts = trial.starts(database).size();
        for (int start = 0; start < starts; start++) {
            DdlEnding ending = trial.ending(start);
            worst = ending.compareTo(worst) > 0 ? ending : worst;
        }
        return new Verdict(recorded, worst, trial.details);
    }

    /** What differs if our operation does not know the column that it alters, or what fails then. */
    static List<String> differenceWithoutColumnBefore(RecordedDdl recorded, DdlDatabase database) throws SQLException {
        DdlTrial trial = new DdlTrial(recorded, database);
        Side known = trial.ours(0, false);
        Side unknown = trial.side(0, other -> {
            DdlElements elements = own(other, false).elements();
            for (Operation operation : new DdlOperations(elements, other::schema, false).of(recorded)) {
                other.live().run(operation);
            }
        });
        if (known.ran() != unknown.ran()) {
            return List.of("known: " + known, "unknown: " + unknown);
        }
        return known.ran() ? trial.difference(unknown, known, false) : List.of();
    }

    /**
     * What one side ends with.
     *
     * @param contents what the schemas hold; empty if something was refused
     * @param refusal why the dialect refuses; null if it does not
     * @param failure why the database refuses; null if it does not
     */
    private record Side(
            List<DdlDatabase.Content> contents,
            List<String> rows,
            @Nullable String refusal,
            @Nullable String failure) {

        boolean ran() {
            return refusal == null && failure == null;
        }
    }

    /** Statements of one side. */
    private interface Statements {
        void run(DdlDatabase other) throws SQLException;
    }

    private DdlEnding ending(int start) throws SQLException {
        Side alembic = alembic(start);
        Side ours = ours(start, false);
        if (ours.failure() != null) {
            details.add("our statement fails: " + ours.failure());
            return alembic.ran() ? DdlEnding.DATABASE_REFUSES_OURS : DdlEnding.DATABASE_REFUSES_BOTH;
        }
        if (ours.refusal() != null) {
            details.add("we refuse: " + ours.refusal());
            return alembic.ran() ? DdlEnding.ONLY_ALEMBIC_RUNS : DdlEnding.BOTH_REFUSE;
        }
        if (!alembic.ran()) {
            Optional<Side> expected = expected(start);
            if (expected.isEmpty()) {
                details.add("Nothing says what to expect");
                return DdlEnding.WRONG;
            }
            if (!expected.get().ran()) {
                details.add("expected: " + expected.get().refusal());
                return DdlEnding.WRONG;
            }
            List<String> different = difference(ours, expected.get(), false);
            details.addAll(different);
            if (different.isEmpty()) {
                return DdlEnding.ONLY_OURS_RUNS;
            }
            return different.stream().allMatch(line -> line.startsWith(INSPECTED))
                    ? DdlEnding.NO_CHANGE_TO_US
                    : DdlEnding.WRONG;
        }
        return ending(alembic, ours, start);
    }

    private DdlEnding ending(Side alembic, Side ours, int start) throws SQLException {
        List<String> different = difference(ours, alembic, false);
        if (different.isEmpty()) {
            return DdlEnding.EQUAL;
        }
        if (difference(ours, alembic, true).isEmpty()) {
            return DdlEnding.EQUAL_BUT_NUMBERING;
        }
        details.addAll(different);
        Side spelled = ours(start, true);
        if (spelled.ran() && difference(spelled, alembic, false).isEmpty()) {
            return DdlEnding.EQUAL_BUT_TYPES;
        }
        return DdlEnding.DIFFERENT;
    }

    private Side alembic(int start) throws SQLException {
        if (recorded.sql().isEmpty()) {
            details.add("Alembic refuses");
            return new Side(List.of(), List.of(), "Alembic refuses", null);
        }
        Side side = side(start, other -> other.live().execute(statements(other).toArray(String[]::new)));
        if (side.failure() != null) {
            details.add("Alembic's statement fails: " + side.failure());
        }
        return side;
    }

    /** The statements as a driver sends them: with single percent signs, and with the names that the schemas have here. */
    private List<String> statements(DdlDatabase other) {
        List<String> statements = new ArrayList<>();
        for (String sql : recorded.sql()) {
            String sent = database.kind() == DatabaseUnderTest.SQLITE ? sql : sql.replace("%%", "%");
            if (database.kind().isLikeMariadb()) {
                sent = sent.replace(" app.", " `" + other.schema("app") + "`.")
                        .replace(" `Sales`.", " `" + other.schema("Sales") + "`.");
            }
            statements.add(sent);
        }
        return statements;
    }

    private Side ours(int start, boolean spelled) throws SQLException {
        return side(start, other -> {
            for (Operation operation : own(other, spelled).of(recorded)) {
                if (!spelled) {
                    other.dialect()
                            .ddl()
                            .compile(operation)
                            .forEach(executable -> details.add("ours: " + text(executable)));
                }
                other.live().run(operation);
            }
        });
    }

    private static String text(Executable executable) {
        return executable instanceof Executable.SqlStatement statement
                ? statement.sql()
                : executable.getClass().getSimpleName() + " "
                        + executable.operation().describe();
    }

    private Optional<Side> expected(int start) throws SQLException {
        List<DdlStart> starts = starts(database);
        Optional<List<Table>> after =
                starts.get(start).after(own(database, false).of(recorded));
        return after.isEmpty()
                ? Optional.empty()
                : Optional.of(database.trying(other -> {
                    for (Table table : starts(other)
                            .get(start)
                            .after(own(other, false).of(recorded))
                            .orElseThrow()) {
                        try {
                            other.live().run(new CreateTable(table));
                        } catch (RetortException | SQLException refused) {
                            return new Side(List.of(), List.of(), refused.getMessage(), null);
                        }
                    }
                    return new Side(other.contents(schema(other)), List.of(), null, null);
                }));
    }

    private Side side(int start, Statements statements) throws SQLException {
        DdlDatabase.Work<Side> work = other -> side(other, start, statements);
        return recorded.sql().toString().contains("CONCURRENTLY")
                ? database.tryingOutsideTransaction(work)
                : database.trying(work);
    }

    private Side side(DdlDatabase other, int start, Statements statements) throws SQLException {
        List<DdlStart> starts = starts(other);
        LiveSchema live = other.live();
        try {
            for (Table table : starts.get(start).tables()) {
                live.run(new CreateTable(table));
            }
        } catch (UnsupportedByDialectException refused) {
            return new Side(List.of(), List.of(), "the start: " + refused.getMessage(), null);
        }
        if (recorded.operation().equals("execute")) {
            live.execute("INSERT INTO users VALUES (1, 'b'), (2, 'b')");
        }
        try {
            statements.run(other);
        } catch (RetortException refused) {
            return new Side(List.of(), List.of(), refused.getMessage(), null);
        } catch (SQLException refused) {
            return new Side(List.of(), List.of(), null, refused.getMessage());
        }
        List<String> rows = switch (recorded.operation()) {
            case "execute" -> other.rows("users");
            case "bulk_insert" -> other.rows(recorded.args().get("table").asString());
            default -> List.of();
        };
        return new Side(other.contents(schema(other)), rows, null, null);
    }

    /** Where both sides begin: with columns of the types that SQLAlchemy gives them. */
    private List<DdlStart> starts(DdlDatabase other) {
        return DdlStart.of(recorded, own(other, true));
    }

    private static DdlOperations own(DdlDatabase other, boolean spelled) {
        return new DdlOperations(new DdlElements(new DdlTypes(other.kind(), spelled)), other::schema, true);
    }

    private @Nullable String schema(DdlDatabase other) {
        String schema = DdlElements.text(recorded.args(), "schema");
        return schema == null ? null : other.schema(schema);
    }

    private List<String> difference(Side found, Side expected, boolean withoutNumbering) throws SQLException {
        List<String> different = new ArrayList<>();
        for (int i = 0; i < found.contents().size(); i++) {
            DdlDatabase.Content ours = found.contents().get(i);
            DdlDatabase.Content other = expected.contents().get(i);
            RawCatalog raw = withoutNumbering ? ours.raw().withoutNumbering() : ours.raw();
            RawCatalog otherRaw = withoutNumbering ? other.raw().withoutNumbering() : other.raw();
            CatalogDifference difference =
                    CatalogDifference.between(raw, otherRaw, database.kind(), database.connection());
            difference.surplus().forEach(entry -> different.add("+ " + entry));
            difference.missing().forEach(entry -> different.add("- " + entry));
            if (ours.raw().equals(other.raw()) && !ours.inspected().equals(other.inspected())) {
                different.add(INSPECTED + ours.inspected() + "\n    and not " + other.inspected());
            }
        }
        if (!found.rows().equals(expected.rows())) {
            different.add("rows: " + found.rows() + " and not " + expected.rows());
        }
        return different;
    }
}

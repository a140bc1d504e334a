package dev.retort.tests.run;

import dev.retort.Retort;
import dev.retort.error.HalfDoneStepException;
import dev.retort.report.Resolution;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.spi.MigrationListener;
import dev.retort.tests.server.TestDatabase;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person who does what the error of a half-done step says: looks at the database and says what is there. */
final class Advice {

    private static final Pattern IN_DOUBT =
            Pattern.compile("(CREATE|DROP) (TABLE|INDEX)(?: CONCURRENTLY)? (\\w+)(?: ON (\\w+))?");

    private Advice() {}

    /** Goes on with the half-done step, asking the database about the statement in doubt if Retort cannot tell. */
    static Optional<Resolution> follow(RunSetup setup, TestDatabase database) throws SQLException {
        Retort retort = setup.retort(MigrationListener.SILENT);
        try {
            retort.resume(Resolution.ASK);
            return Optional.empty();
        } catch (HalfDoneStepException halfDone) {
            Resolution found = hasTakenEffect(halfDone, database) ? Resolution.DONE : Resolution.RETRY;
            retort.resume(found);
            return Optional.of(found);
        }
    }

    private static boolean hasTakenEffect(HalfDoneStepException halfDone, TestDatabase database) throws SQLException {
        Matcher parts = IN_DOUBT.matcher(halfDone.inDoubt());
        if (!parts.find()) {
            throw new IllegalStateException("Nobody can look for the effect", halfDone);
        }
        SchemaSnapshot schema = DatabaseState.schema(database);
        boolean table = parts.group(2).equals("TABLE");
        boolean there = table
                ? table(schema, parts.group(3)).isPresent()
                : table(schema, parts.group(4)).stream()
                        .flatMap(found -> found.indexes().stream())
                        .anyMatch(index -> index.name().equalsIgnoreCase(parts.group(3)));
        return there == parts.group(1).equals("CREATE");
    }

    private static Optional<Table> table(SchemaSnapshot schema, String name) {
        return schema.tables().stream()
                .filter(table -> table.name().name().equalsIgnoreCase(name))
                .findFirst();
    }
}

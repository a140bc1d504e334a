package dev.retort.migration;

import dev.retort.operation.DialectName;
import java.util.Map;
import java.util.Set;

/**
 * What a revision can find out about the run that it is recorded for.
 *
 * @param dialect the dialect
 * @param environment the name given with {@code --env}; empty for none
 * @param arguments the arguments given with {@code -x key=value}
 * @param dialects the names of all dialects, under which options of one database may stand
 * @param naming gives constraints and indexes their names
 * @param offline whether a script is written for a client of the database, which nobody asks
 * @param files finds the files beside the revision
 */
public record RecordingContext(
        DialectName dialect,
        Set<String> dialects,
        String environment,
        Map<String, String> arguments,
        Naming naming,
        boolean offline,
        RevisionFiles files) {

    public RecordingContext {
        dialects = Set.copyOf(dialects);
        arguments = Map.copyOf(arguments);
    }

    /** Without a naming convention. */
    public RecordingContext(DialectName dialect, String environment, Map<String, String> arguments) {
        this(dialect, environment, arguments, Naming.NONE);
    }

    /** For a run on a database. */
    public RecordingContext(DialectName dialect, String environment, Map<String, String> arguments, Naming naming) {
        this(dialect, Set.of(), environment, arguments, naming, false, RevisionFiles.NONE);
    }

    /** The same for offline SQL, or for a run on a database. */
    public RecordingContext offline(boolean scripted) {
        return new RecordingContext(dialect, dialects, environment, arguments, naming, scripted, files);
    }

    /** The same where some dialects are known. */
    public RecordingContext with(Set<String> known) {
        return new RecordingContext(dialect, known, environment, arguments, naming, offline, files);
    }

    /** The same for names that are final. */
    RecordingContext withExactNames() {
        return new RecordingContext(dialect, dialects, environment, arguments, Naming.NONE, offline, files);
    }

    /** The same for a revision with files beside it. */
    public RecordingContext with(RevisionFiles found) {
        return new RecordingContext(dialect, dialects, environment, arguments, naming, offline, found);
    }
}

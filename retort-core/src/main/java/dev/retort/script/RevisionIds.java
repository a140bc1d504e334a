package dev.retort.script;

import dev.retort.error.RevisionGraphException;
import dev.retort.error.UsageException;
import dev.retort.revision.NameKind;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Generates and checks the ids of new revisions. */
final class RevisionIds {

    private static final int HEAD = "xxxxxxxx-xxxx-xxxx-xxxx-".length();

    private RevisionIds() {}

    /** Twelve hexadecimal digits that are not the id of another revision. */
    static String fresh(Map<String, RevisionFile> taken) {
        return fresh(taken, UUID::randomUUID);
    }

    static String fresh(Map<String, RevisionFile> taken, Supplier<UUID> random) {
        String id;
        do {
            id = random.get().toString().substring(HEAD);
        } while (taken.containsKey(id));
        return id;
    }

    /**
     * Checks a given id.
     *
     * @throws UsageException if it is malformed
     * @throws RevisionGraphException if another revision has it
     */
    static void requireUsable(String id, Map<String, RevisionFile> taken) {
        NameKind.ID.problemWhenNew(id).ifPresent(problem -> {
            throw new UsageException(problem, NameKind.ID.rule());
        });
        RevisionFile other = taken.get(id);
        if (other != null) {
            throw new RevisionGraphException(
                    "The id '" + id + "' is taken by " + other.name() + ".",
                    List.of(id),
                    other.header().position(),
                    "Choose another id, or leave it out.");
        }
    }
}

package dev.retort.script;

import dev.retort.error.RevisionGraphException;
import dev.retort.error.UsageException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes and checks the ids of new revisions. */
final class RevisionIds {

    private static final Pattern LEGAL = Pattern.compile("(?=.{1,64}$)[\\p{L}\\p{Nd}_]+(?:\\.[\\p{L}\\p{Nd}_]+)*");
    private static final int HEAD = "xxxxxxxx-xxxx-xxxx-xxxx-".length();

    private RevisionIds() {}

    /** Twelve hexadecimal digits that no other revision has. */
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
     * Checks an id that was given.
     *
     * @throws UsageException if it is not 1 to 64 letters, digits, underscores, or dots between them
     * @throws RevisionGraphException if another revision has it
     */
    static void requireUsable(String id, Map<String, RevisionFile> taken) {
        if (!LEGAL.matcher(id).matches()) {
            throw new UsageException(
                    "'" + id + "' cannot be a revision id.",
                    "An id is 1 to 64 letters, digits, underscores, or dots between them.");
        }
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

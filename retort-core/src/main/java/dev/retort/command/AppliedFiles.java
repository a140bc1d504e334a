package dev.retort.command;

import dev.retort.script.ScriptDirectory;
import dev.retort.script.source.AllCores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Which files of applied revisions have changed, by the checksums in the history. */
final class AppliedFiles {

    private AppliedFiles() {}

    /**
     * The revisions whose files have changed, sorted.
     *
     * @param rows the version rows, each known to the graph
     */
    static Set<String> changed(Project project, Database database, Collection<String> rows) {
        Map<String, String> recorded = recorded(database);
        if (recorded.isEmpty()) {
            return Set.of();
        }
        List<String> applied = project.graph().closure(rows).stream()
                .filter(recorded::containsKey)
                .toList();
        return new TreeSet<>(unrecorded(project, database, recorded, applied));
    }

    /** Those of some applied revisions of whose files as they are the history has no checksum, in the same order. */
    static List<String> unrecorded(Project project, Database database, List<String> ids) {
        return unrecorded(project, database, recorded(database), ids);
    }

    private static List<String> unrecorded(
            Project project, Database database, Map<String, String> recorded, List<String> ids) {
        ScriptDirectory scripts = project.scripts();
        String product = database.dialect().name().value();
        List<Boolean> same = AllCores.map(ids, id -> scripts.upgradeHas(recorded.getOrDefault(id, ""), id, product));
        return IntStream.range(0, ids.size())
                .filter(i -> !same.get(i))
                .mapToObj(ids::get)
                .toList();
    }

    private static Map<String, String> recorded(Database database) {
        return database.tables().history().checksums(database.connection());
    }

    /** The checksum that the history would store for a revision's file. */
    static Optional<String> checksum(Project project, Database database, String id) {
        String product = database.dialect().name().value();
        return project.scripts().find(id).flatMap(found -> found.checksums().upgrade(product));
    }
}

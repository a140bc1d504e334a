package dev.retort.command;

import dev.retort.script.ScriptDirectory;
import dev.retort.script.source.AllCores;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which files of applied revisions have changed, by the checksums in the history. */
final class AppliedFiles {

    private AppliedFiles() {}

    /**
     * The revisions whose files have changed, sorted.
     *
     * @param rows the version rows, each known to the graph
     */
    static Set<String> changed(Project project, Database database, Collection<String> rows) {
        Map<String, String> recorded = database.tables().history().checksums(database.connection());
        Set<String> changed = new TreeSet<>();
        if (recorded.isEmpty()) {
            return changed;
        }
        ScriptDirectory scripts = project.scripts();
        String product = database.dialect().name().value();
        List<String> applied = project.graph().closure(rows).stream()
                .filter(recorded::containsKey)
                .toList();
        List<Optional<String>> now = AllCores.map(applied, id -> checksum(scripts, id, product));
        for (int i = 0; i < applied.size(); i++) {
            if (!now.get(i).equals(Optional.ofNullable(recorded.get(applied.get(i))))) {
                changed.add(applied.get(i));
            }
        }
        return changed;
    }

    /** The checksum that the history would store for a revision's file. */
    static Optional<String> checksum(Project project, Database database, String id) {
        return checksum(project.scripts(), id, database.dialect().name().value());
    }

    private static Optional<String> checksum(ScriptDirectory scripts, String id, String product) {
        return scripts.find(id).flatMap(found -> found.checksums().upgrade(product));
    }
}

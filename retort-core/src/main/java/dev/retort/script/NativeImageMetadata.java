package dev.retort.script;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The metadata with which GraalVM keeps indexed revisions in a native image:
 * https://www.graalvm.org/latest/reference-manual/native-image/metadata/
 */
final class NativeImageMetadata {

    private NativeImageMetadata() {}

    static String format(String location, List<IndexedRevision> revisions) {
        String types = revisions.stream()
                .filter(revision -> revision.origin().format() == RevisionFormat.JAVA)
                .map(revision -> "    {\"type\": " + quoted(revision.origin().name())
                        + ", \"methods\": [{\"name\": \"<init>\", \"parameterTypes\": []}]}")
                .collect(Collectors.joining(",\n"));
        String resources = revisions.stream()
                .filter(revision -> revision.origin().format() == RevisionFormat.SQL)
                .map(revision -> ",\n    {\"glob\": " + quoted(revision.origin().name()) + "}")
                .collect(Collectors.joining());
        return """
                {
                  "reflection": [
                %s
                  ],
                  "resources": [
                    {"glob": %s}%s
                  ]
                }
                """.formatted(types, quoted(ScriptIndex.resource(location)), resources);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}

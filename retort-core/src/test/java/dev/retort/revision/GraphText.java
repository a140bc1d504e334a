package dev.retort.revision;

import dev.retort.migration.RevisionHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Graphs written as text: {@code a b(a) c(b)[shop] m(b c|x)} are revisions with parents, behind a bar dependencies, and labels. */
public final class GraphText {

    private static final Pattern REVISION =
            Pattern.compile("([^\\s(\\[]+)(?:\\(([^|)]*)(?:\\|([^)]*))?\\))?(?:\\[([^]]*)])?");

    private GraphText() {}

    /** The graph that a text such as {@code a b(a) y2(y1|x2)[shop]} describes, in that load order. */
    public static RevisionGraph graph(String text) {
        return RevisionGraph.of(headers(text));
    }

    static List<RevisionHeader> headers(String text) {
        List<RevisionHeader> headers = new ArrayList<>();
        Matcher revision = REVISION.matcher(text);
        while (revision.find()) {
            headers.add(RevisionHeader.of(
                    revision.group(1), names(revision.group(2)), names(revision.group(3)), names(revision.group(4))));
        }
        return headers;
    }

    private static List<String> names(String group) {
        return group == null || group.isBlank()
                ? List.of()
                : Arrays.stream(group.split(" "))
                        .filter(name -> !name.isBlank())
                        .toList();
    }
}

package dev.retort.script;

import dev.retort.error.Action;
import dev.retort.error.Advice;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.java.ClassPathLoader;
import dev.retort.script.source.HeaderBuilder;
import dev.retort.script.source.HeaderKey;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntaxes;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The index of the revisions on the class path, {@code META-INF/retort/LOCATION.index}, so that at run time nothing is scanned and nothing
 * is compiled. It has one paragraph of {@code key: value} lines for each revision.
 */
final class ScriptIndex {

    /** The first line of every index of this format. */
    private static final String FIRST_LINE = "retort-index: 1";

    private static final String CHECKSUM = "checksum";

    private ScriptIndex() {}

    /** The resource name of the index of a location. */
    static String resource(String location) {
        return "META-INF/retort/" + location + ".index";
    }

    /**
     * Reads the index of a location; those of several jars are joined, in class path order. The index of a jar is trusted; one beside
     * directories of classes is checked against them.
     *
     * @throws ScriptException if there is none, it cannot be parsed, or it does not match the directories of classes
     */
    static List<RevisionFile> read(String location, ScriptSettings settings) {
        String resource = resource(location);
        try (ClassPathLoader classes = settings.application()) {
            List<URL> found = Collections.list(classes.loader().getResources(resource));
            if (found.isEmpty()) {
                throw new ScriptException(
                        "The location 'classpath:" + location + "' has no index.",
                        SourcePosition.of(resource),
                        Advice.of("Write it when the revisions are packaged: {}.", Action.INDEX),
                        null);
            }
            List<IndexedRevision> revisions = new ArrayList<>();
            Set<String> names = new LinkedHashSet<>();
            for (URL url : found) {
                for (IndexedRevision revision : parse(resource, text(url), settings.syntaxes())) {
                    if (names.add(revision.origin().name())) {
                        revisions.add(revision);
                    }
                }
            }
            new ExplodedClasses(location, classes.loader(), revisions).requireIndexed();
            return revisions.stream().map(IndexedRevision::file).toList();
        } catch (IOException e) {
            throw SourceText.unreadable(resource, e);
        }
    }

    private static String text(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<IndexedRevision> parse(String name, String text, SqlSyntaxes syntaxes) {
        SourceText source = new SourceText(name, text);
        List<String> lines = source.text().lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw source.error(
                    1, "The index has a format that this version does not know.", "Write it again with this version.");
        }
        List<IndexedRevision> revisions = new ArrayList<>();
        int start = 1;
        for (int i = 1; i <= lines.size(); i++) {
            if (i == lines.size() || lines.get(i).isEmpty()) {
                if (i > start) {
                    revisions.add(new Entry(source, lines, start, i).revision(syntaxes));
                }
                start = i + 1;
            }
        }
        return revisions;
    }

    /** The text of an index. */
    static String format(List<IndexedRevision> revisions) {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        for (IndexedRevision revision : revisions) {
            text.append('\n');
            var header = revision.header();
            append(text, HeaderKey.REVISION.spelling(), header.id());
            append(text, HeaderKey.REVISES.spelling(), String.join(", ", header.revises()));
            append(text, HeaderKey.DEPENDS_ON.spelling(), String.join(", ", header.dependsOn()));
            append(text, HeaderKey.LABELS.spelling(), String.join(", ", header.labels()));
            append(
                    text,
                    HeaderKey.CREATED.spelling(),
                    header.created() == null ? "" : header.created().toString());
            append(text, HeaderKey.MESSAGE.spelling(), escaped(header.message()));
            append(text, HeaderKey.API_LEVEL.spelling(), Integer.toString(header.apiLevel()));
            append(text, revision.origin().key(), revision.origin().name());
            revision.origin()
                    .listedChecksums()
                    .forEach((key, value) -> append(text, CHECKSUM, (key + " " + value).strip()));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, String key, String value) {
        if (!value.isEmpty()) {
            text.append(key).append(": ").append(value).append('\n');
        }
    }

    private static String escaped(String message) {
        return message.replace("\\", "\\\\").replace("\n", "\\n");
    }

    private static String unescaped(String value) {
        return value.indexOf('\\') < 0 ? value : value.translateEscapes();
    }

    /** One paragraph of the index. */
    private static final class Entry {

        private final SourceText source;
        private final int line;
        private final HeaderBuilder header;
        private final Map<String, String> checksums = new LinkedHashMap<>();
        private String className = "";
        private String resource = "";

        Entry(SourceText source, List<String> lines, int start, int end) {
            this.source = source;
            this.line = start + 1;
            this.header = new HeaderBuilder(source).at(line);
            for (int i = start; i < end; i++) {
                int colon = lines.get(i).indexOf(": ");
                if (colon < 0) {
                    throw malformed(i + 1);
                }
                set(i + 1, lines.get(i).substring(0, colon), lines.get(i).substring(colon + 2));
            }
        }

        private void set(int number, String key, String value) {
            switch (key) {
                case PackagedClass.KEY -> className = value;
                case PackagedSql.KEY -> resource = value;
                case CHECKSUM -> {
                    int space = value.lastIndexOf(' ');
                    checksums.put(space < 0 ? "" : value.substring(0, space), value.substring(space + 1));
                }
                default -> {
                    switch (HeaderKey.of(key).orElseThrow(() -> malformed(number))) {
                        case REVISION -> header.id(number, value);
                        case REVISES -> header.list(HeaderKey.REVISES, number, entries(value));
                        case DEPENDS_ON -> header.list(HeaderKey.DEPENDS_ON, number, entries(value));
                        case LABELS -> header.list(HeaderKey.LABELS, number, entries(value));
                        case CREATED -> header.created(number, value);
                        case MESSAGE -> header.message(unescaped(value));
                        case API_LEVEL -> header.apiLevel(number, value);
                    }
                }
            }
        }

        private static List<String> entries(String value) {
            return Arrays.asList(value.split(", ", -1));
        }

        IndexedRevision revision(SqlSyntaxes syntaxes) {
            String remedy = "Write it again with this version.";
            if (className.isEmpty() == resource.isEmpty()) {
                throw malformed(line);
            }
            return new IndexedRevision(
                    header.build("An entry of the index has no revision.", remedy),
                    className.isEmpty()
                            ? new PackagedSql(resource, ScriptChecksums.of(checksums), syntaxes)
                            : PackagedClass.listed(className, checksums));
        }

        private ScriptException malformed(int number) {
            return source.error(number, "The index cannot be understood.", "Write it again with this version.");
        }
    }
}

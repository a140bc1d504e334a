package dev.retort.script.sql;

import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.LineBlock;
import dev.retort.script.source.Lines;
import dev.retort.script.source.ScriptDigest;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds where the sections of a large file begin, and their checksums, reading it once. */
final class SectionFinder {

    private final SourceContent content;
    private final SourceText beginning;
    private final int headerEnd;
    private final int firstLine;
    private final Map<SqlSection, String> checksums = new LinkedHashMap<>();
    private @Nullable SqlMarker marker;
    private int markerLine;
    private int start;
    private ScriptDigest digest = new ScriptDigest(ScriptDigest.Rule.TEXT);

    SectionFinder(SourceContent content) {
        this.content = content;
        this.beginning = SqlHeaderScanner.beginning(content);
        this.headerEnd = SqlHeaderScanner.end(beginning.text());
        this.firstLine = beginning.lineAt(headerEnd);
    }

    /**
     * The sections in file order, with their checksums.
     *
     * @param size how much is read at once, in bytes
     */
    Map<SqlSection, String> find(int size) {
        int line = 1;
        LineBlock block = LineBlock.read(content, 0, Integer.MAX_VALUE, line, size);
        while (block.bytes().length > 0) {
            ConflictMarkers.refuse(block.text());
            read(block);
            line += block.linesBefore(block.text().text().length());
            block = LineBlock.read(content, block.end(), Integer.MAX_VALUE, line, size);
        }
        close(block.end());
        return checksums;
    }

    private void read(LineBlock block) {
        String text = block.text().text();
        Lines lines = new Lines(text, 0);
        int digested = 0;
        for (int number = 0; lines.next(); number++) {
            int line = block.text().firstLine() + number;
            if (line < firstLine || lines.start() == lines.end()) {
                continue;
            }
            String words = lines.line();
            if (line == firstLine && !SqlMarker.opensSection(words)) {
                throw SqlScript.statementBefore(beginning, headerEnd);
            }
            Optional<SqlScript.Misreading> misreading = SqlScript.Misreading.of(words);
            if (misreading.isPresent()) {
                throw block.text()
                        .error(
                                line,
                                misreading.get().problem() + ".",
                                misreading.get().remedy());
            }
            Optional<SqlMarker> next = SqlMarker.of(words).filter(SqlMarker::isSection);
            if (next.isPresent()) {
                digest.add(text.substring(digested, lines.start()));
                close(block.offsetOfLine(number));
                marker = next.get();
                markerLine = line;
                start = block.offsetOfLine(number + 1);
                digested = Math.min(lines.end() + 1, text.length());
            }
        }
        digest.add(text.substring(digested));
    }

    /** Ends the section that has begun last. */
    private void close(int end) {
        if (marker != null) {
            SqlSection section = new SqlSection(marker.kind(), marker.databases(), markerLine, start, end);
            for (SqlSection earlier : checksums.keySet()) {
                SqlScript.twice(content.name(), earlier, section, "Keep one of them. " + Enclosure.WAY_OUT)
                        .ifPresent(twice -> {
                            throw twice;
                        });
            }
            checksums.put(section, digest.value());
        }
        digest = new ScriptDigest(ScriptDigest.Rule.TEXT);
    }
}

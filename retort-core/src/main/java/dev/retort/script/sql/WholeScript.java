package dev.retort.script.sql;

import dev.retort.error.ScriptException;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.Lines;
import dev.retort.script.source.ScriptDigest;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A script whose text is in memory. */
final class WholeScript extends SqlScript {

    private final SourceText source;

    private WholeScript(SourceText source, List<SqlSection> sections) {
        super(source.name(), sections);
        this.source = source;
    }

    static WholeScript of(SourceText source) {
        ConflictMarkers.refuse(source);
        String text = source.text();
        int headerEnd = SqlHeaderScanner.end(text);
        List<SqlSection> sections = new ArrayList<>();
        Lines lines = new Lines(text, text.lastIndexOf('\n', headerEnd) + 1);
        if (headerEnd < text.length()) {
            lines.next();
            if (!SqlMarker.opensSection(lines.line())) {
                throw statementBefore(source, headerEnd);
            }
            Optional<SqlMarker> marker = SqlMarker.of(lines.line());
            while (marker.isPresent()) {
                marker = addSection(source, marker.get(), lines, sections);
            }
        }
        return new WholeScript(source, sections);
    }

    @Override
    void requireWhole(SqlSection section, String database, SqlSyntaxes syntaxes) {
        new SectionBorders(source, sections(), syntaxes).require(section, database);
    }

    @Override
    List<SqlStatement> statements(SqlSection section, SqlSyntax syntax) {
        return new StatementSplitter(source, section, syntax).split();
    }

    @Override
    String checksum(SqlSection section, SqlSyntaxes syntaxes) {
        return SqlChecksums.of(text(section), section.databases(), syntaxes);
    }

    @Override
    boolean checksumIsOfOtherRule(String checksum) {
        return ScriptDigest.Rule.TEXT.made(checksum);
    }

    @Override
    Optional<String> otherChecksum(SqlSection section, SqlSyntaxes syntaxes) {
        ScriptDigest digest = new ScriptDigest(ScriptDigest.Rule.TEXT);
        String text = text(section);
        digest.add(text.substring(Math.min(1, text.length())));
        return Optional.of(digest.value());
    }

    /** The text between the line of a section and the next one. */
    private String text(SqlSection section) {
        return source.text().substring(section.start(), section.end());
    }

    /** Adds the section that the current line begins; returns the marker of the next one. */
    private static Optional<SqlMarker> addSection(
            SourceText source, SqlMarker marker, Lines lines, List<SqlSection> sections) {
        int line = source.lineAt(lines.start());
        int start = lines.end();
        Optional<SqlMarker> next = Optional.empty();
        while (next.isEmpty() && lines.next()) {
            String text = lines.line();
            next = SqlMarker.of(text).filter(SqlMarker::isSection);
            Optional<Misreading> misreading = Misreading.of(text);
            if (misreading.isPresent()) {
                throw misread(source, start, lines.start(), misreading.get());
            }
        }
        int end = next.isPresent() ? lines.start() : source.text().length();
        SqlSection section = new SqlSection(marker.kind(), marker.databases(), line, start, end);
        sections.add(section);
        for (SqlSection earlier : sections.subList(0, sections.size() - 1)) {
            Optional<ScriptException> twice = twice(source.name(), earlier, section, "Keep one of them.");
            if (twice.isPresent()) {
                refuseEnclosed(source, sections);
                throw twice.get();
            }
        }
        return next;
    }

    /** A line that looks like a section but is not one, with what it is inside of. */
    private static ScriptException misread(SourceText source, int from, int at, Misreading misreading) {
        Optional<String> inside = Enclosure.of(source, from, at);
        return source.error(
                source.lineAt(at),
                misreading.problem()
                        + inside.map(enclosure -> ". It is inside " + enclosure).orElse("") + ".",
                inside.isPresent() ? Enclosure.WAY_OUT : misreading.remedy());
    }

    /** Refuses a section that begins inside something, which is why there are two for the same database. */
    private static void refuseEnclosed(SourceText source, List<SqlSection> sections) {
        for (int i = 1; i < sections.size(); i++) {
            SqlSection before = sections.get(i - 1);
            SqlSection section = sections.get(i);
            Enclosure.of(source, before.start(), before.end()).ifPresent(inside -> {
                throw source.error(
                        section.line(),
                        "A section '-- " + section.kind().words() + "' begins here, inside " + inside + ".",
                        Enclosure.WAY_OUT);
            });
        }
    }
}

package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.Lines;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of an SQL revision: its sections.
 *
 * <p>A line that begins a section always does so, whatever quote or comment it is in: a misread quote can then never carry a downgrade into
 * an upgrade; it is an error instead.
 */
public final class SqlScript {

    private final SourceText source;
    private final List<SqlSection> sections;

    private SqlScript(SourceText source, List<SqlSection> sections) {
        this.source = source;
        this.sections = sections;
    }

    /**
     * Finds the sections of a file.
     *
     * @throws ScriptException if a statement precedes the first section, or if two sections are for the same database
     */
    public static SqlScript parse(SourceText source) {
        ConflictMarkers.refuse(source);
        String text = source.text();
        int headerEnd = SqlHeaderScanner.end(text);
        List<SqlSection> sections = new ArrayList<>();
        Lines lines = new Lines(text, text.lastIndexOf('\n', headerEnd) + 1);
        if (headerEnd < text.length()) {
            lines.next();
            if (!SqlMarker.opensSection(lines.line())) {
                throw source.error(
                        source.lineAt(headerEnd),
                        "There is a statement before the first section.",
                        SqlMarker.misspeltSection(text.substring(0, headerEnd))
                                        .map(line -> "'" + line + "' does not begin one. ")
                                        .orElse("")
                                + "Put a line '-- upgrade' or '-- downgrade' before it.");
            }
            Optional<SqlMarker> marker = SqlMarker.of(lines.line());
            while (marker.isPresent()) {
                marker = addSection(source, marker.get(), lines, sections);
            }
        }
        return new SqlScript(source, sections);
    }

    /** The sections in file order. */
    List<SqlSection> sections() {
        return sections;
    }

    /**
     * The statements that an upgrade runs on a database; empty when no section is for it.
     *
     * @param syntax how the database reads them
     * @throws ScriptException if a quote, a comment, a block or a routine's body is not closed
     */
    public Optional<List<SqlStatement>> upgrade(String database, SqlSyntax syntax) {
        return section(SqlMarker.Kind.UPGRADE, database).map(section -> statements(section, syntax));
    }

    /**
     * The statements that a downgrade runs on a database; empty when no section is for it.
     *
     * @param syntax how the database reads them
     * @throws ScriptException if a quote, a comment, a block or a routine's body is not closed
     */
    public Optional<List<SqlStatement>> downgrade(String database, SqlSyntax syntax) {
        return section(SqlMarker.Kind.DOWNGRADE, database).map(section -> statements(section, syntax));
    }

    /** The section for a database: the one that names it, else the one that names none. */
    Optional<SqlSection> section(SqlMarker.Kind kind, String database) {
        Optional<SqlSection> plain = Optional.empty();
        for (SqlSection section : sections) {
            if (section.kind() == kind) {
                if (section.databases().contains(database)) {
                    return Optional.of(section);
                }
                if (section.databases().isEmpty()) {
                    plain = Optional.of(section);
                }
            }
        }
        return plain;
    }

    /**
     * Refuses the section of a kind that a database runs if it begins in the middle of something.
     *
     * @throws ScriptException with the line of the section
     */
    public void requireWhole(SqlMarker.Kind kind, String database, SqlSyntaxes syntaxes) {
        section(kind, database)
                .ifPresent(section -> new SectionBorders(source, sections, syntaxes).require(section, database));
    }

    /**
     * Refuses sections that no database will ever run, because of a mistyped name.
     *
     * @param databases the databases that may be named
     */
    public void requireKnown(Set<String> databases) {
        for (SqlSection section : sections) {
            for (String name : section.databases()) {
                if (!databases.contains(name)) {
                    throw source.error(
                            section.line(),
                            "There is no database '" + name + "', so this section would never run.",
                            NearMatches.question(name, new TreeSet<>(databases)));
                }
            }
        }
    }

    /** The statements of a section, as a database of a syntax reads them. */
    List<SqlStatement> statements(SqlSection section, SqlSyntax syntax) {
        return new StatementSplitter(source, section, syntax).split();
    }

    /** The text between the line of a section and the next one. */
    String text(SqlSection section) {
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
            if (SqlMarker.looksLikeSection(text)) {
                throw misread(
                        source,
                        start,
                        lines.start(),
                        "'" + text + "' looks like a section, but is not one",
                        "Write '-- upgrade' or '-- downgrade', with databases separated by commas; begin a comment differently.");
            }
            if (SqlMarker.endsWithSection(text)) {
                throw misread(
                        source,
                        start,
                        lines.start(),
                        "A section's comment is after other text, where it does not begin a section",
                        "Put it on a line of its own; word a comment differently.");
            }
        }
        int end = next.isPresent() ? lines.start() : source.text().length();
        SqlSection section = new SqlSection(marker.kind(), marker.databases(), line, start, end);
        sections.add(section);
        for (SqlSection earlier : sections.subList(0, sections.size() - 1)) {
            refuseTwice(source, sections, earlier, section);
        }
        return next;
    }

    /** A line that looks like a section but is not one, with what it is inside of. */
    private static ScriptException misread(SourceText source, int from, int at, String problem, String remedy) {
        String inside = Enclosure.of(source, from, at)
                .map(enclosure -> ". It is inside " + enclosure)
                .orElse("");
        return source.error(source.lineAt(at), problem + inside + ".", inside.isEmpty() ? remedy : Enclosure.WAY_OUT);
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

    private static void refuseTwice(
            SourceText source, List<SqlSection> sections, SqlSection earlier, SqlSection section) {
        if (earlier.kind() != section.kind()) {
            return;
        }
        List<String> both = new ArrayList<>(earlier.databases());
        both.retainAll(section.databases());
        if (!both.isEmpty()
                || (earlier.databases().isEmpty() && section.databases().isEmpty())) {
            refuseEnclosed(source, sections);
            String database = both.isEmpty() ? "" : " for " + String.join(", ", both);
            throw source.error(
                    section.line(),
                    "A second section '-- " + section.kind().words() + "'" + database
                            + " begins here; the first is in line " + earlier.line() + ".",
                    "Keep one of them.");
        }
    }
}

package dev.retort.script.sql;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The body of an SQL revision: its sections.
 *
 * <p>A line that begins a section always does so, whatever quote or comment it is in: a misread quote can then never carry a downgrade into
 * an upgrade; it is an error instead.
 */
public abstract sealed class SqlScript implements AutoCloseable permits WholeScript, LargeScript {

    private final String name;
    private final List<SqlSection> sections;

    SqlScript(String name, List<SqlSection> sections) {
        this.name = name;
        this.sections = sections;
    }

    /**
     * Finds the sections of a file. The text of a large one is not kept in memory.
     *
     * @throws ScriptException if the file cannot be read, if a statement precedes the first section, or if two sections are for the same
     *     database
     */
    public static SqlScript parse(SourceContent content) {
        return content.whole().map(SqlScript::parse).orElseGet(() -> LargeScript.of(content));
    }

    /**
     * Finds the sections of a text.
     *
     * @throws ScriptException if a statement precedes the first section, or if two sections are for the same database
     */
    public static SqlScript parse(SourceText source) {
        return WholeScript.of(source);
    }

    /** Whether the statements are read from the file each time they are asked for. */
    public boolean isLarge() {
        return this instanceof LargeScript;
    }

    /** Closes what is open to read statements from. */
    @Override
    public void close() {}

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
        section(kind, database).ifPresent(section -> requireWhole(section, database, syntaxes));
    }

    abstract void requireWhole(SqlSection section, String database, SqlSyntaxes syntaxes);

    /**
     * Refuses sections that no database will ever run, because of a mistyped name.
     *
     * @param databases the databases that may be named
     */
    public void requireKnown(Set<String> databases) {
        for (SqlSection section : sections) {
            for (String database : section.databases()) {
                if (!databases.contains(database)) {
                    throw new ScriptException(
                            "There is no database '" + database + "', so this section would never run.",
                            new SourcePosition(name, section.line()),
                            NearMatches.question(database, new TreeSet<>(databases)),
                            null);
                }
            }
        }
    }

    /** The checksums by the words of the sections: {@code upgrade}, {@code downgrade h2}; one entry for each database that is named. */
    public Map<String, String> checksums(SqlSyntaxes syntaxes) {
        Map<String, String> values = new LinkedHashMap<>();
        for (SqlSection section : sections) {
            String value = checksum(section, syntaxes);
            String direction = section.kind().words();
            if (section.databases().isEmpty()) {
                values.put(direction, value);
            }
            section.databases().forEach(database -> values.put(direction + " " + database, value));
        }
        return values;
    }

    abstract String checksum(SqlSection section, SqlSyntaxes syntaxes);

    /**
     * Whether a checksum, which may be of the other rule because the file was large before and is not now, or the reverse, is that of the
     * section that a database runs as it is now.
     */
    public boolean has(String checksum, SqlMarker.Kind kind, String database, SqlSyntaxes syntaxes) {
        return section(kind, database)
                .flatMap(section -> checksumIsOfOtherRule(checksum)
                        ? otherChecksum(section, syntaxes)
                        : Optional.of(checksum(section, syntaxes)))
                .filter(checksum::equals)
                .isPresent();
    }

    abstract boolean checksumIsOfOtherRule(String checksum);

    /** The checksum that a section would have if the file were large, if it is not, and the reverse; empty if nobody computes it. */
    abstract Optional<String> otherChecksum(SqlSection section, SqlSyntaxes syntaxes);

    /** The statements of a section, as a database of a syntax reads them. */
    abstract List<SqlStatement> statements(SqlSection section, SqlSyntax syntax);

    /**
     * What is wrong with a line that was probably meant to begin a section.
     *
     * @param problem the sentence without its full stop
     */
    record Misreading(String problem, String remedy) {

        /** Reads a line without surrounding white space; empty if there is nothing wrong with it. */
        static Optional<Misreading> of(String line) {
            if (SqlMarker.looksLikeSection(line)) {
                return Optional.of(
                        new Misreading(
                                "'" + line + "' looks like a section, but is not one",
                                "Write '-- upgrade' or '-- downgrade', with databases separated by commas; begin a comment differently."));
            }
            return SqlMarker.endsWithSection(line)
                    ? Optional.of(new Misreading(
                            "A section's comment is after other text, where it does not begin a section",
                            "Put it on a line of its own; word a comment differently."))
                    : Optional.empty();
        }
    }

    /** The refusal of a section because of an earlier one for the same database; empty if both may be there. */
    static Optional<ScriptException> twice(String name, SqlSection earlier, SqlSection section, String remedy) {
        List<String> both = new ArrayList<>(earlier.databases());
        both.retainAll(section.databases());
        boolean all = earlier.databases().isEmpty() && section.databases().isEmpty();
        if (earlier.kind() != section.kind() || (both.isEmpty() && !all)) {
            return Optional.empty();
        }
        String database = all ? "" : " for " + String.join(", ", both);
        return Optional.of(new ScriptException(
                "A second section '-- " + section.kind().words() + "'" + database
                        + " begins here; the first is in line " + earlier.line() + ".",
                new SourcePosition(name, section.line()),
                remedy,
                null));
    }

    /** The refusal of text between the header and the first section. */
    static ScriptException statementBefore(SourceText source, int headerEnd) {
        return source.error(
                source.lineAt(headerEnd),
                "There is a statement before the first section.",
                SqlMarker.misspeltSection(source.text().substring(0, headerEnd))
                                .map(line -> "'" + line + "' does not begin one. ")
                                .orElse("")
                        + "Put a line '-- upgrade' or '-- downgrade' before it.");
    }
}

package dev.retort.script.sql;

import dev.retort.script.source.LineBlock;
import dev.retort.script.source.ScriptDigest;
import dev.retort.script.source.SourceContent;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlSyntaxes;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A script that is too large to be kept in memory. It is read in parts of whole lines; the largest statement must fit into memory. All
 * characters of a section count in its checksum.
 */
final class LargeScript extends SqlScript {

    /** The size of a part in bytes, unless a statement is larger. */
    private static final int PART = 1024 * 1024;

    /** The largest section that is read at once, to compare it with what it was in a smaller file. */
    private static final int LARGEST_COMPARED = 2 * SourceContent.LARGEST_WHOLE;

    private final SourceContent content;
    private final int part;
    private final Map<SqlSection, String> checksums;
    private final Set<SqlSection> closed = new HashSet<>();

    private LargeScript(SourceContent content, int part, Map<SqlSection, String> checksums) {
        super(content.name(), List.copyOf(checksums.keySet()));
        this.content = content;
        this.part = part;
        this.checksums = checksums;
    }

    static LargeScript of(SourceContent content) {
        return of(content, PART);
    }

    static LargeScript of(SourceContent content, int part) {
        return new LargeScript(content, part, new SectionFinder(content).find(part));
    }

    /** What is open at the end of the section before is found out by cutting that into statements. */
    @Override
    void requireWhole(SqlSection section, String database, SqlSyntaxes syntaxes) {
        LineBlock begin = LineBlock.read(content, section.start(), section.end(), section.line() + 1, part);
        int length = begin.text().text().length();
        SqlSection visible = new SqlSection(section.kind(), section.databases(), section.line(), 0, length);
        new SectionBorders(begin.text(), List.of(visible), syntaxes).requireThatItBegins(visible, database);
        int index = sections().indexOf(section);
        if (index > 0) {
            requireClosed(sections().get(index - 1), section, database, syntaxes);
        }
    }

    private void requireClosed(SqlSection before, SqlSection section, String database, SqlSyntaxes syntaxes) {
        boolean runs = section(before.kind(), database).filter(before::equals).isPresent();
        if (runs && !closed.contains(before)) {
            List<SqlStatement> unused = statements(before, syntaxes.of(database));
        } else if (!runs
                && !SectionBorders.isForOthers(before, database)
                && isOpen(before, syntaxes.of(database))
                && syntaxes.names().stream().allMatch(name -> isOpen(before, syntaxes.of(name)))) {
            throw SectionBorders.beginsInside(content.name(), section);
        }
    }

    /** Whether something is open at the end of a section. */
    private boolean isOpen(SqlSection section, SqlSyntax syntax) {
        return StatementsInParts.uncut(content, section, syntax, part)
                .filter(end -> SectionBorders.endsInside(end, syntax))
                .isPresent();
    }

    @Override
    String checksum(SqlSection section, SqlSyntaxes syntaxes) {
        return Objects.requireNonNull(checksums.get(section));
    }

    @Override
    boolean checksumIsOfOtherRule(String checksum) {
        return ScriptDigest.Rule.TOKENS.made(checksum);
    }

    /** A section that was in a smaller file has not become much larger by comments alone. */
    @Override
    Optional<String> otherChecksum(SqlSection section, SqlSyntaxes syntaxes) {
        int length = section.end() - section.start();
        if (length > LARGEST_COMPARED) {
            return Optional.empty();
        }
        String text = content.text(content.bytes(section.start(), length), section.line() + 1)
                .text();
        return Optional.of(SqlChecksums.of(text, section.databases(), syntaxes));
    }

    @Override
    List<SqlStatement> statements(SqlSection section, SqlSyntax syntax) {
        List<SqlStatement> statements =
                StatementsInParts.of(content, section, checksums.getOrDefault(section, ""), syntax, part);
        closed.add(section);
        return statements;
    }

    @Override
    public void close() {
        content.close();
    }
}

package dev.retort.script.sql;

import dev.retort.digest.Sha256;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.script.source.LineBlock;
import dev.retort.script.source.Lines;
import dev.retort.script.source.ScriptDigest;
import dev.retort.script.source.SourceContent;
import dev.retort.script.source.SourceText;
import dev.retort.script.sql.StatementSplitter.Cut;
import dev.retort.script.sql.StatementSplitter.Standing;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlSyntax;
import java.security.MessageDigest;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a section of a large file. Only those of one part of it are in memory; the file is read again for those of another. The
 * rows of a COPY are several statements, each with the rows of one part.
 */
final class StatementsInParts extends AbstractList<SqlStatement> {

    /** The largest statement, in bytes: what MySQL and MariaDB take at most by default, and more than PostgreSQL's tools write. */
    private static final int LARGEST_STATEMENT = 64 * 1024 * 1024;

    /**
     * Whole lines with whole statements, or with rows of one COPY.
     *
     * @param offset where it begins in the file, in bytes
     * @param length in bytes
     * @param line its first line
     * @param end where its statements end in its text
     * @param standing what is in force at its beginning
     * @param copy the COPY whose rows it contains; null if it contains statements
     * @param first the number of statements before it
     * @param size the number of its statements
     * @param digest the digest of its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // compared as an array
    private record Part(
            int offset,
            int length,
            int line,
            int end,
            Standing standing,
            @Nullable SqlStatement copy,
            int first,
            int size,
            byte[] digest) {}

    private final SourceContent content;
    private final SqlSection section;
    private final SqlSyntax syntax;
    private final List<Part> parts = new ArrayList<>();
    private @Nullable LineBlock last;
    private @Nullable Part loaded;
    private List<SqlStatement> statements = List.of();

    private StatementsInParts(SourceContent content, SqlSection section, SqlSyntax syntax) {
        this.content = content;
        this.section = section;
        this.syntax = syntax;
    }

    /**
     * Reads a section once, to its end.
     *
     * @param checksum the checksum of its text when it was found
     * @param size the size of a part in bytes, unless a statement is larger
     * @throws ScriptException if a quote, a comment, a block or a routine's body is not closed, or a statement is too large
     */
    static StatementsInParts of(
            SourceContent content, SqlSection section, String checksum, SqlSyntax syntax, int size) {
        StatementsInParts all = new StatementsInParts(content, section, syntax);
        if (!all.cut(size).equals(checksum)) {
            throw new ScriptException(
                    "The file was changed while it was read.",
                    new SourcePosition(content.name(), section.line()),
                    "Run the command again.",
                    null);
        }
        return all;
    }

    /**
     * The end of a section behind the last place where it can be cut, if that is no end of a statement; empty if all statements end, or
     * anything else is wrong with the section.
     */
    static Optional<SourceText> uncut(SourceContent content, SqlSection section, SqlSyntax syntax, int size) {
        StatementsInParts all = new StatementsInParts(content, section, syntax);
        try {
            String unused = all.cut(size);
            return Optional.empty();
        } catch (ScriptException e) {
            LineBlock last = all.last;
            return Optional.ofNullable(last)
                    .filter(block -> block.end() == section.end() || block.bytes().length > LARGEST_STATEMENT / 2)
                    .map(LineBlock::text);
        }
    }

    /** Cuts the section into parts; returns the checksum of its text. */
    private String cut(int size) {
        ScriptDigest digest = new ScriptDigest(ScriptDigest.Rule.TEXT);
        int offset = section.start();
        int line = section.line() + 1;
        Cut cut = new Cut(0, 0, 0, Standing.BEGINNING, null);
        int wanted = size;
        while (offset < section.end()) {
            LineBlock block = LineBlock.read(content, offset, section.end(), line, wanted);
            last = block;
            Cut next = cut.copy() == null ? afterStatements(block, cut) : afterRows(block, cut);
            if (next.at() == 0) {
                wanted = larger(wanted, line);
                continue;
            }
            int lines = block.linesBefore(next.at());
            int end = next.at() == block.text().text().length() ? block.end() : block.offsetOfLine(lines);
            parts.add(new Part(
                    offset,
                    end - offset,
                    line,
                    next.end(),
                    cut.standing(),
                    cut.copy(),
                    size(),
                    next.statements(),
                    digest(block, end)));
            digest.add(block.text().text().substring(0, next.at()));
            offset = end;
            line += lines;
            cut = next;
            wanted = size;
        }
        SourcePosition outside = cut.standing().outside();
        if (outside != null) {
            throw StatementSplitter.neverClosed(outside);
        }
        last = null;
        return digest.value();
    }

    private Cut afterStatements(LineBlock block, Cut before) {
        boolean last = block.end() == section.end();
        StatementSplitter splitter = StatementSplitter.ofPart(block.text(), syntax, before.standing(), !last);
        if (!last) {
            return splitter.cut();
        }
        int end = block.text().text().length();
        return new Cut(end, end, splitter.split().size(), Standing.BEGINNING, null);
    }

    /** Cuts behind the line that ends the rows; if it is not there, behind the last row. */
    private Cut afterRows(LineBlock block, Cut before) {
        String text = block.text().text();
        Lines lines = new Lines(text, 0);
        int end = 0;
        while (lines.next() && lines.start() < text.length()) {
            String row = text.substring(lines.start(), lines.end());
            if (row.equals(CopyRows.END)) {
                int behind = Math.min(lines.end() + 1, text.length());
                return new Cut(behind, behind, 1, before.standing(), null);
            }
            end = CopyRows.goesOn(row) ? end : Math.min(lines.end() + 1, text.length());
        }
        if (block.end() == section.end()) {
            throw new ScriptException(
                    "The rows of COPY … FROM stdin are not closed in their section.",
                    copy(before).position(),
                    "They begin on the next line and end with a line '\\.'.",
                    null);
        }
        return new Cut(end, end, 1, before.standing(), copy(before));
    }

    private int larger(int size, int line) {
        if (size >= LARGEST_STATEMENT) {
            throw new ScriptException(
                    "The statement that begins here is larger than 64 MB, or something in it is not closed.",
                    new SourcePosition(content.name(), line),
                    "Close what is open, or write several statements.",
                    null);
        }
        return size * 2;
    }

    private static SqlStatement copy(Cut cut) {
        if (cut.copy() == null) {
            throw new IllegalStateException("no COPY is open");
        }
        return cut.copy();
    }

    private static byte[] digest(LineBlock block, int end) {
        MessageDigest digest = Sha256.begin();
        digest.update(block.bytes(), 0, end - block.offset());
        return digest.digest();
    }

    @Override
    public int size() {
        Part last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        return last == null ? 0 : last.first() + last.size();
    }

    /**
     * A statement.
     *
     * @throws ScriptException if the file was changed since it was read first
     */
    @Override
    public synchronized SqlStatement get(int index) {
        if (loaded == null || index < loaded.first() || index >= loaded.first() + loaded.size()) {
            Part part = part(index);
            statements = read(part);
            loaded = part;
        }
        SqlStatement statement = statements.get(index - loaded.first());
        if (index == size() - 1) {
            loaded = null;
            statements = List.of();
        }
        return statement;
    }

    private Part part(int index) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (index < parts.get(middle).first() + parts.get(middle).size()) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return parts.get(low);
    }

    private List<SqlStatement> read(Part part) {
        byte[] bytes = content.bytes(part.offset(), part.length());
        if (!MessageDigest.isEqual(part.digest(), Sha256.of(bytes))) {
            throw new ScriptException(
                    "The file was changed after its statements were checked.",
                    new SourcePosition(content.name(), part.line()),
                    "Run the command again.",
                    null);
        }
        SourceText text = content.text(bytes, part.line());
        if (part.copy() != null) {
            return List.of(rows(part, part.copy(), text.text()));
        }
        SourceText statementsOnly = new SourceText(text.name(), text.text().substring(0, part.end()), part.line());
        return StatementSplitter.ofPart(statementsOnly, syntax, part.standing(), false)
                .splitPart();
    }

    private SqlStatement rows(Part part, SqlStatement copy, String lines) {
        int end = lines.endsWith("\n") ? lines.length() - 1 : lines.length();
        int last = lines.lastIndexOf('\n', end - 1) + 1;
        boolean closed = lines.substring(last, end).equals(CopyRows.END);
        String text = new CopyRows(copy.text(), closed ? lines.substring(0, last) : lines).text();
        int linesBefore = (int) copy.text().chars().filter(c -> c == '\n').count() + 1;
        return new SqlStatement(
                text,
                // Where the text would begin, so that each row has its line.
                new SourcePosition(content.name(), part.line() - linesBefore, 1),
                copy.outsideTransaction());
    }
}

package dev.retort.dialect.sqlite;

import dev.retort.dialect.ExpressionText;
import dev.retort.dialect.SourceToken;
import dev.retort.dialect.SourceToken.Kind;
import dev.retort.schema.Index;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an index from the text of its CREATE INDEX, which alone tells its expressions and its condition. */
final class IndexText {

    private final String sql;
    private final List<SourceToken> tokens;

    IndexText(String sql) {
        this.sql = sql;
        this.tokens = SourceToken.of(sql);
    }

    Index read(String name) {
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).isSign('(')) {
            open++;
        }
        boolean unique = tokens.size() > 1 && tokens.get(1).isWord("unique");
        int close = ExpressionText.closing(tokens, open);
        if (close <= open) {
            return new Index(name, List.of(), unique, null, null);
        }
        return new Index(name, parts(open, close), unique, null, condition(close + 1));
    }

    private List<Index.Part> parts(int open, int close) {
        List<Index.Part> parts = new ArrayList<>();
        int from = open + 1;
        int at = from;
        while (at < close) {
            if (tokens.get(at).isSign('(')) {
                at = ExpressionText.closing(tokens, at);
            }
            if (tokens.get(at).isSign(',')) {
                parts.add(part(tokens.subList(from, at)));
                from = at + 1;
            }
            at++;
        }
        parts.add(part(tokens.subList(Math.min(from, close), close)));
        return parts;
    }

    private Index.Part part(List<SourceToken> all) {
        if (all.isEmpty()) {
            return new Index.Part("", true, false);
        }
        SourceToken last = all.get(all.size() - 1);
        boolean descending = last.isWord("desc");
        boolean directed = all.size() > 1 && (descending || last.isWord("asc"));
        List<SourceToken> part = directed ? all.subList(0, all.size() - 1) : all;
        SourceToken first = part.get(0);
        if (part.size() == 1 && (first.kind() == Kind.WORD || first.kind() == Kind.QUOTED_NAME)) {
            return new Index.Part(first.kind() == Kind.WORD ? text(part) : first.text(), false, directed && descending);
        }
        return new Index.Part(text(ExpressionText.withoutOuterParentheses(part)), true, directed && descending);
    }

    private @Nullable String condition(int from) {
        return from + 1 < tokens.size() && tokens.get(from).isWord("where")
                ? text(tokens.subList(from + 1, tokens.size()))
                : null;
    }

    private String text(List<SourceToken> part) {
        return sql.substring(part.get(0).start(), part.get(part.size() - 1).end());
    }
}

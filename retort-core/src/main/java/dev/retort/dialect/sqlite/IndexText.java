package dev.retort.dialect.sqlite;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlToken.Kind;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the CREATE INDEX statement of an index, which is the only source of its expressions and its condition. */
final class IndexText {

    private final String sql;
    private final SqlTokens tokens;

    IndexText(String sql) {
        this.sql = sql;
        this.tokens = SqlTokens.of(sql, SqliteProvider.SYNTAX);
    }

    Index read(String name) {
        int open = 0;
        while (open < tokens.size() && !tokens.get(open).is("(")) {
            open++;
        }
        boolean unique = tokens.size() > 1 && tokens.get(1).is("unique");
        int close = tokens.closing(open);
        if (close <= open) {
            return Index.of(name, List.of()).unique(unique);
        }
        return Index.of(name, parts(open, close)).unique(unique).where(condition(close + 1));
    }

    private List<Index.Part> parts(int open, int close) {
        List<Index.Part> parts = new ArrayList<>();
        int from = open + 1;
        int at = from;
        while (at < close) {
            if (tokens.get(at).is("(")) {
                at = tokens.closing(at);
            }
            if (tokens.get(at).is(",")) {
                parts.add(part(tokens.part(from, at)));
                from = at + 1;
            }
            at++;
        }
        parts.add(part(tokens.part(Math.min(from, close), close)));
        return parts;
    }

    /** A part of an index from its text between the commas. */
    static Index.Part part(String sql) {
        IndexText text = new IndexText(sql);
        return text.part(text.tokens);
    }

    private Index.Part part(SqlTokens all) {
        if (all.size() == 0) {
            return Index.Part.expression("");
        }
        SqlToken last = all.get(all.size() - 1);
        boolean descending = last.is("desc");
        boolean directed = all.size() > 1 && (descending || last.is("asc"));
        SqlTokens whole = (directed ? all.part(0, all.size() - 1) : all).withoutOuterParentheses();
        boolean collated = isCollated(whole);
        SqlTokens part = collated ? whole.part(0, whole.size() - 2).withoutOuterParentheses() : whole;
        return of(part).collate(
                        collated ? QualifiedName.of(whole.get(whole.size() - 1).name()) : null)
                .descending(directed && descending);
    }

    private Index.Part of(SqlTokens part) {
        return part.size() == 1 && isName(part.get(0))
                ? Index.Part.column(part.get(0).name())
                : Index.Part.expression(text(part));
    }

    private static boolean isName(SqlToken token) {
        return token.kind() == Kind.WORD || token.kind() == Kind.QUOTED_NAME;
    }

    /**
     * Whether the last words are the collation of the whole expression. COLLATE binds more closely than any other operator, so after
     * several operands it belongs to the last of them: https://www.sqlite.org/lang_expr.html#operators_and_parse_affecting_attributes
     */
    private static boolean isCollated(SqlTokens whole) {
        int size = whole.size() - 2;
        if (size < 1 || !whole.get(size).is("collate")) {
            return false;
        }
        int open = isName(whole.get(0)) ? 1 : 0;
        return size == 1 || (whole.get(open).is("(") && whole.closing(open) == size - 1);
    }

    private @Nullable String condition(int from) {
        return from + 1 < tokens.size() && tokens.get(from).is("where")
                ? text(tokens.part(from + 1, tokens.size()))
                : null;
    }

    private String text(SqlTokens part) {
        return sql.substring(part.get(0).start(), part.get(part.size() - 1).end());
    }
}

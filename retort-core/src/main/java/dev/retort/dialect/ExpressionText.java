package dev.retort.dialect;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Conditions as text, compared without regard to white space, comments, upper case and parentheses around the whole. */
public final class ExpressionText {

    private ExpressionText() {}

    /** The text that is equal for expressions that differ only in how they are written down. */
    public static String normal(String sql) {
        return normal(withoutOuterParentheses(SourceToken.of(sql)));
    }

    /** Tokens without the pairs of parentheses that enclose all of them. */
    public static List<SourceToken> withoutOuterParentheses(List<SourceToken> tokens) {
        List<SourceToken> inner = tokens;
        while (inner.size() > 2 && inner.get(0).isSign('(') && closing(inner, 0) == inner.size() - 1) {
            inner = inner.subList(1, inner.size() - 1);
        }
        return inner;
    }

    /** Where the parenthesis that opens at a position closes; the last position when it does not. */
    public static int closing(List<SourceToken> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            if (tokens.get(i).isSign('(')) {
                depth++;
            } else if (tokens.get(i).isSign(')') && --depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private static String normal(List<SourceToken> tokens) {
        return tokens.stream()
                .map(token -> switch (token.kind()) {
                    case TEXT -> "'" + token.text().replace("'", "''") + "'";
                    case QUOTED_NAME -> token.text().toLowerCase(Locale.ROOT);
                    case WORD, NUMBER, SIGN -> token.text();
                })
                .collect(Collectors.joining(" "));
    }
}

package dev.retort.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A Java expression that knows how to break itself over lines: a word, perhaps with arguments, perhaps with calls that follow it.
 *
 * @param head the word: a literal, or the name of what is called
 * @param call whether arguments follow
 * @param arguments the arguments
 * @param chain the calls that follow, each on the result of what is before it
 * @param spread whether each argument is on a line of its own even where all would fit on one
 */
record Expression(String head, boolean call, List<Expression> arguments, List<Expression> chain, boolean spread) {

    static final int WIDTH = 120;
    private static final String CONTINUATION = "        ";

    static Expression text(String text) {
        return new Expression(text, false, List.of(), List.of(), false);
    }

    static Expression call(String name, List<Expression> arguments) {
        return new Expression(name, true, List.copyOf(arguments), List.of(), false);
    }

    static Expression call(String name, Expression... arguments) {
        return call(name, List.of(arguments));
    }

    /** The same with one more call after it. */
    Expression then(String name, Expression... followingArguments) {
        List<Expression> longer = new ArrayList<>(chain);
        longer.add(call(name, followingArguments));
        return new Expression(head, call, arguments, longer, spread);
    }

    /** The same with each argument on its own line. */
    Expression spreadOut() {
        return new Expression(head, call, arguments, chain, true);
    }

    /**
     * The text from an indentation on; the first line is not indented.
     *
     * @param indent the white space before the line that the expression begins on
     * @param taken how many characters of the last line belong to what follows
     */
    String layout(String indent, int taken) {
        String flat = flat();
        if (!spread && fits(indent, flat, taken)) {
            return flat;
        }
        String inner = indent + CONTINUATION;
        String start = headLayout(indent, chain.isEmpty() ? taken : 0);
        if (chain.isEmpty()) {
            return start;
        }
        StringBuilder lines = new StringBuilder(start);
        for (int i = 0; i < chain.size(); i++) {
            int after = i == chain.size() - 1 ? taken : 0;
            lines.append('\n').append(inner).append('.').append(chain.get(i).layout(inner, after + 1));
        }
        return lines.toString();
    }

    private String headLayout(String indent, int taken) {
        String flat = flatHead();
        if (arguments.isEmpty() || (!spread && fits(indent, flat, taken))) {
            return flat;
        }
        String inner = indent + CONTINUATION;
        StringBuilder lines = new StringBuilder(head).append('(');
        for (int i = 0; i < arguments.size(); i++) {
            boolean last = i == arguments.size() - 1;
            lines.append('\n').append(inner).append(arguments.get(i).layout(inner, last ? taken + 1 : 1));
            lines.append(last ? ')' : ',');
        }
        return lines.toString();
    }

    private static boolean fits(String indent, String flat, int taken) {
        return indent.length() + flat.length() + taken <= WIDTH && flat.indexOf('\n') < 0;
    }

    private String flat() {
        return flatHead() + chain.stream().map(next -> "." + next.flat()).collect(Collectors.joining());
    }

    private String flatHead() {
        return call
                ? head + "(" + arguments.stream().map(Expression::flat).collect(Collectors.joining(", ")) + ")"
                : head;
    }
}

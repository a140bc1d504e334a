package dev.retort.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The parsed text of a type: {@code TIMESTAMP(6) WITH TIME ZONE} has the name {@code timestamp with time zone} and the argument {@code 6}.
 *
 * @param name the words without the arguments, in lower case, separated by single spaces
 * @param arguments the arguments, separated by commas; strings without their quotes
 * @param dimensions the number of {@code []}
 */
public record TypeText(String name, List<String> arguments, int dimensions) {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    public TypeText {
        arguments = List.copyOf(arguments);
    }

    /** Parses a text. Never fails: a text without arguments is all name, and so is one with several lists of them. */
    public static TypeText of(String text) {
        String rest = text.strip();
        int dimensions = 0;
        while (rest.endsWith("[]")) {
            rest = rest.substring(0, rest.length() - 2).strip();
            dimensions++;
        }
        int open = rest.indexOf('(');
        int close = open < 0 ? -1 : closing(rest, open);
        if (close < 0 || rest.indexOf('(', close) >= 0) {
            return new TypeText(folded(rest), List.of(), dimensions);
        }
        String name = folded(rest.substring(0, open) + " " + rest.substring(close + 1));
        return new TypeText(name, split(rest.substring(open + 1, close)), dimensions);
    }

    /** Whether every argument is a number. */
    public boolean numbersOnly() {
        return arguments.stream().allMatch(argument -> number(argument).isPresent());
    }

    /** An argument as a number; the default when there is none or it is no number. */
    public int number(int position, int missing) {
        return position < arguments.size() ? number(arguments.get(position)).orElse(missing) : missing;
    }

    private static OptionalInt number(String argument) {
        try {
            return OptionalInt.of(Integer.parseInt(argument));
        } catch (NumberFormatException notANumber) {
            return OptionalInt.empty();
        }
    }

    /** The position of the closing parenthesis for one that opens at a position; negative if there is none. */
    private static int closing(String text, int open) {
        int depth = 0;
        boolean quoted = false;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\'') {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static String folded(String words) {
        return SPACE.matcher(words.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }

    private static List<String> split(String list) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean text = false;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (c == '\'' && quoted && i + 1 < list.length() && list.charAt(i + 1) == '\'') {
                part.append('\'');
                i++;
            } else if (c == '\'') {
                quoted = !quoted;
                text = true;
            } else if (c == ',' && !quoted) {
                parts.add(text ? part.toString() : part.toString().strip());
                part.setLength(0);
                text = false;
            } else if (quoted || !text) {
                if (quoted || !Character.isWhitespace(c) || part.length() > 0) {
                    part.append(c);
                }
            }
        }
        parts.add(text ? part.toString() : part.toString().strip());
        return parts;
    }
}

package dev.retort.render;

import java.util.List;
import java.util.Locale;

/** Texts in Java source: string literals and comments, from which every text reads back unchanged. */
final class JavaText {

    private JavaText() {}

    /** A string literal. */
    static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            literal.append(escaped(point));
            i += Character.charCount(point);
        }
        return literal.append('"').toString();
    }

    private static String escaped(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\b' -> "\\b";
            case '\f' -> "\\f";
            default -> isVisible(point) ? Character.toString(point) : unicodeEscapes(point);
        };
    }

    private static String unicodeEscapes(int point) {
        StringBuilder escapes = new StringBuilder();
        for (char unit : Character.toChars(point)) {
            escapes.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
        }
        return escapes.toString();
    }

    /** Whether a character can be seen, and kept by an encoding: no control, no half of a pair, nothing that turns the line around. */
    private static boolean isVisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** Whether a text is in a text block as it is, without an escape. */
    static boolean suitsTextBlock(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.size() > 1
                && text.indexOf('\\') < 0
                && !text.contains("\"\"\"")
                && !text.endsWith("\"")
                && text.codePoints().allMatch(point -> point == '\n' || isVisible(point))
                && lines.stream().allMatch(line -> line.equals(line.stripTrailing()))
                && lines.stream().anyMatch(line -> !line.isEmpty() && !Character.isWhitespace(line.charAt(0)));
    }

    /** A text block whose lines are at an indentation. */
    static String textBlock(String text, String indent) {
        StringBuilder block = new StringBuilder("\"\"\"");
        for (String line : text.split("\n", -1)) {
            block.append('\n').append(line.isEmpty() ? "" : indent).append(line);
        }
        if (text.endsWith("\n")) {
            block.append(indent);
        }
        return block.append("\"\"\"").toString();
    }

    /** The lines of a Javadoc comment that says a message; none for an empty one. */
    static List<String> javadoc(String message) {
        List<String> lines = message.strip().lines().map(String::strip).toList();
        if (lines.isEmpty()) {
            return List.of();
        }
        if (lines.size() == 1) {
            return List.of("/** " + escapedInJavadoc(lines.get(0)) + " */");
        }
        StringBuilder comment = new StringBuilder("/**");
        boolean blank = false;
        for (String line : lines) {
            boolean paragraph = blank && !line.isEmpty();
            comment.append("\n *")
                    .append(line.isEmpty() ? "" : " ")
                    .append(paragraph ? "<p>" : "")
                    .append(escapedInJavadoc(line));
            blank = line.isEmpty();
        }
        return comment.append("\n */").toString().lines().toList();
    }

    private static String escapedInJavadoc(String line) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < line.length(); ) {
            int point = line.codePointAt(i);
            int next = i + Character.charCount(point);
            boolean special = switch (point) {
                case '&', '<', '>', '@' -> true;
                case '*' -> i == 0;
                case '/' -> i > 0 && line.charAt(i - 1) == '*';
                case '\\' -> next < line.length() && line.charAt(next) == 'u';
                default -> !isVisible(point);
            };
            escaped.append(special ? entity(point) : Character.toString(point));
            i = next;
        }
        return escaped.toString();
    }

    private static String entity(int point) {
        return switch (point) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            default -> "&#" + point + ";";
        };
    }

    /** The lines of a comment that says a text, each as long as the width allows. */
    static List<String> comment(String text, String indent) {
        String line = text.strip()
                .replaceAll("\\s+", " ")
                .codePoints()
                .filter(JavaText::isVisible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        // A backslash before a u begins an escape even in a comment, unless another backslash precedes it.
        String safe = line.contains("\\u") ? line.replace("\\", "\\\\") : line;
        StringBuilder comment = new StringBuilder(indent).append("//");
        int length = comment.length();
        for (String word : safe.split(" ", -1)) {
            if (length + 1 + word.length() > Expression.WIDTH) {
                comment.append('\n').append(indent).append("//    ");
                length = indent.length() + 6;
            }
            comment.append(' ').append(word);
            length += 1 + word.length();
        }
        return comment.toString().lines().toList();
    }
}

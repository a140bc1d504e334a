package dev.retort.rows;

/** Values as Java source. */
final class JavaLiterals {

    private JavaLiterals() {}

    static String text(String value) {
        StringBuilder literal = new StringBuilder("\"");
        value.chars().forEach(character -> literal.append(character == '"' ? "\\\"" : escaped((char) character)));
        return literal.append('"').toString();
    }

    static String character(char value) {
        return "'" + (value == '\'' ? "\\'" : escaped(value)) + "'";
    }

    private static String escaped(char character) {
        return character == '\\'
                ? "\\\\"
                : character < ' ' ? String.format("\\u%04x", (int) character) : String.valueOf(character);
    }
}

package dev.retort.script.java;

/** Java's unicode escapes: a backslash, one or more {@code u}, four hexadecimal digits, anywhere in a source. */
final class UnicodeEscapes {

    private UnicodeEscapes() {}

    /** The text with every escape replaced by its character; what is no escape stays as it is. */
    static String translate(String text) {
        int next = text.indexOf("\\u");
        if (next < 0) {
            return text;
        }
        StringBuilder result = new StringBuilder(text.length());
        int position = 0;
        while (position < text.length()) {
            char c = text.charAt(position);
            if (c != '\\') {
                result.append(c);
                position++;
                continue;
            }
            int digits = position + 1;
            while (digits < text.length() && text.charAt(digits) == 'u') {
                digits++;
            }
            int value = digits > position + 1 ? hexadecimal(text, digits) : -1;
            if (value >= 0) {
                result.append((char) value);
                position = digits + 4;
            } else {
                // A backslash after a backslash begins no escape.
                result.append(text, position, Math.min(position + 2, text.length()));
                position += 2;
            }
        }
        return result.toString();
    }

    private static int hexadecimal(String text, int start) {
        if (start + 4 > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = start; i < start + 4; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}

package dev.retort.script.java;

import dev.retort.script.source.Paragraphs;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The main description of a Javadoc comment as plain text: paragraphs separated by one empty line. */
final class JavadocText {

    private static final Pattern BREAK = Pattern.compile("(?i)</?p\\s*>|<br\\s*/?>");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(\\w+)\\s*([^{}]*)}");
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|amp|quot|apos|nbsp));");

    private JavadocText() {}

    /** Reads a comment with its delimiters. */
    static String plain(String comment) {
        StringBuilder text = new StringBuilder();
        String body = comment.substring("/**".length(), comment.length() - "*/".length());
        for (String raw : body.lines().toList()) {
            String line = withoutMargin(raw);
            if (line.startsWith("@")) {
                break;
            }
            text.append(line.indexOf('<') < 0 ? line : BREAK.matcher(line).replaceAll("\n\n"))
                    .append('\n');
        }
        return withoutMarkup(Paragraphs.of(text.toString()));
    }

    private static String withoutMargin(String raw) {
        String line = raw.strip();
        int stars = 0;
        while (stars < line.length() && line.charAt(stars) == '*') {
            stars++;
        }
        return line.substring(stars).strip();
    }

    private static String withoutMarkup(String text) {
        String result = text;
        if (result.contains("{@")) {
            result = INLINE_TAG.matcher(result).replaceAll(JavadocText::inlineTag);
        }
        if (result.indexOf('&') >= 0) {
            result = ENTITY.matcher(result).replaceAll(JavadocText::entity);
        }
        return result;
    }

    private static String inlineTag(MatchResult tag) {
        String content = tag.group(2).strip();
        if (tag.group(1).startsWith("link")) {
            int space = content.indexOf(' ');
            content = space < 0
                    ? content.replace('#', '.')
                    : content.substring(space + 1).strip();
        }
        return Matcher.quoteReplacement(content);
    }

    private static String entity(MatchResult entity) {
        if (entity.group(3) != null) {
            return switch (entity.group(3)) {
                case "lt" -> "<";
                case "gt" -> ">";
                case "amp" -> "&";
                case "quot" -> "\"";
                case "apos" -> "'";
                default -> " ";
            };
        }
        int codePoint =
                entity.group(1) != null ? Integer.parseInt(entity.group(1)) : Integer.parseInt(entity.group(2), 16);
        String text = Character.isValidCodePoint(codePoint) ? Character.toString(codePoint) : entity.group();
        return Matcher.quoteReplacement(text);
    }
}

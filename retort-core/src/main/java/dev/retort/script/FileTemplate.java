package dev.retort.script;

import dev.retort.error.ConfigurationException;
import dev.retort.error.NearMatches;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The template of revision file names, such as {@code %(year)d_%(rev)s_%(slug)s}. A slash separates directories.
 *
 * <p>The tokens are {@code rev}, {@code slug}, {@code epoch}, {@code year}, {@code month}, {@code day}, {@code hour}, {@code minute} and
 * {@code second}, each followed by {@code s} or, for numbers, {@code d}; {@code .2d} has at least two digits and {@code .8s} at most eight
 * characters. {@code %%} is a percent sign.
 */
final class FileTemplate {

    private static final String KEY = "file_template";
    private static final List<String> NUMBERS = List.of("epoch", "year", "month", "day", "hour", "minute", "second");
    private static final List<String> TEXTS = List.of("rev", "slug");
    private static final Pattern TOKEN = Pattern.compile("%(?:(%)|\\((\\w*)\\)(0?)(\\d{0,2})(?:\\.(\\d{1,2}))?([sd]))");

    private final String template;

    private FileTemplate(String template) {
        this.template = template;
    }

    /**
     * Checks a template.
     *
     * @throws ConfigurationException if a token is unknown or malformed, the revision id is missing, or the path would leave the
     *     version location
     */
    static FileTemplate parse(String template) {
        FileTemplate result = new FileTemplate(template);
        result.check();
        return result;
    }

    /**
     * The path of a new file below its version location, without extension, part by part.
     *
     * @param created the creation date in the zone that the name shows
     */
    List<String> render(String id, String slug, ZonedDateTime created) {
        Map<String, Long> numbers = Map.of(
                "epoch", created.toEpochSecond(),
                "year", (long) created.getYear(),
                "month", (long) created.getMonthValue(),
                "day", (long) created.getDayOfMonth(),
                "hour", (long) created.getHour(),
                "minute", (long) created.getMinute(),
                "second", (long) created.getSecond());
        Map<String, String> texts = Map.of("rev", id, "slug", slug);
        String path = TOKEN.matcher(template).replaceAll(token -> {
            String text = "%";
            if (token.group(1) == null) {
                Long number = numbers.get(token.group(2));
                text = number != null
                        ? digits(number, token.group(3), token.group(4), token.group(5))
                        : truncated(texts.getOrDefault(token.group(2), ""), token.group(5));
            }
            return Matcher.quoteReplacement(text);
        });
        return List.of(path.split("/", -1));
    }

    private static String digits(long number, String zero, String width, @Nullable String precision) {
        String digits = Long.toString(number);
        digits = padded(digits, precision == null ? 0 : Integer.parseInt(precision), "0");
        return padded(digits, width.isEmpty() ? 0 : Integer.parseInt(width), zero.isEmpty() ? " " : "0");
    }

    private static String padded(String digits, int width, String fill) {
        return fill.repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String truncated(String text, @Nullable String precision) {
        return precision == null ? text : text.substring(0, Math.min(text.length(), Integer.parseInt(precision)));
    }

    private void check() {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(template);
        int position = 0;
        while (matcher.find()) {
            refusePercent(template.substring(position, matcher.start()));
            position = matcher.end();
            if (matcher.group(1) == null) {
                tokens.add(checked(matcher.group(2), matcher.group(6), matcher.group()));
            }
        }
        refusePercent(template.substring(position));
        if (!tokens.contains("rev")) {
            throw error("'" + template + "' does not contain %(rev)s, so names would not be unique.", "Add %(rev)s.");
        }
        for (String part : template.split("/", -1)) {
            if (part.isEmpty() || part.startsWith(".") || part.indexOf('\\') >= 0) {
                throw error(
                        "'" + template + "' is not a path below a version location.",
                        "Use names separated by '/', none of which begins with a dot.");
            }
        }
    }

    private static String checked(String name, String conversion, String token) {
        boolean number = NUMBERS.contains(name);
        if (!number && !TEXTS.contains(name)) {
            List<String> known = new ArrayList<>(TEXTS);
            known.addAll(NUMBERS);
            throw error("'" + token + "' is not a token of a file name.", NearMatches.question(name, known));
        }
        if (!number && conversion.equals("d")) {
            throw error("'" + token + "' formats a text as a number.", "Write %(" + name + ")s.");
        }
        return name;
    }

    private void refusePercent(String literal) {
        if (literal.indexOf('%') >= 0) {
            throw error(
                    "'" + template + "' contains a % that does not begin a token.",
                    "Write a token as %(slug)s or %(month).2d, and a percent sign as %%.");
        }
    }

    private static ConfigurationException error(String problem, String remedy) {
        return new ConfigurationException(KEY, problem, null, remedy);
    }
}

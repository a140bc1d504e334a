package dev.retort.error;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What to do next, in sentences. Actions, settings and options in them are values, because each front-end names them differently:
 * {@code retort resume --retry} on a command line is a method in a program.
 */
public final class Advice implements AdvicePart {

    private static final long serialVersionUID = 1L;

    private static final String PLACE = "{}";

    /** No advice. */
    public static final Advice NONE = of("");

    private final String[] texts;
    private final AdvicePart[] parts;

    private Advice(List<String> texts, List<AdvicePart> parts) {
        this.texts = texts.toArray(String[]::new);
        this.parts = parts.toArray(AdvicePart[]::new);
    }

    /** How a front-end names actions, settings and options. */
    public interface Words {

        /** The call of an action with these arguments; without arguments, in general. */
        String call(Action action, List<String> arguments);

        /** A setting, or a setting with a value. */
        String setting(String key, @Nullable String value);

        /** An option. */
        String option(String name);

        /** What says which database it is: the setting {@code url}, unless a front-end has other ways too. */
        default String database() {
            return setting("url", null);
        }
    }

    /** Sentences without actions, settings or options. */
    public static Advice of(String text) {
        return new Advice(List.of(text), List.of());
    }

    /** Sentences without actions, settings or options; none for null. */
    static Advice orNone(@Nullable String text) {
        return text == null ? NONE : of(text);
    }

    /**
     * Sentences with parts in them.
     *
     * @param template the sentences, with <code>{}</code> for each part
     * @throws IllegalArgumentException when the number of parts and that of their places differ
     */
    public static Advice of(String template, AdvicePart... parts) {
        List<String> texts = new ArrayList<>();
        int from = 0;
        for (int at = template.indexOf(PLACE); at >= 0; at = template.indexOf(PLACE, from)) {
            texts.add(template.substring(from, at));
            from = at + PLACE.length();
        }
        texts.add(template.substring(from));
        if (texts.size() != parts.length + 1) {
            throw new IllegalArgumentException("'" + template + "' has not " + parts.length + " places.");
        }
        return new Advice(texts, List.of(parts));
    }

    /** A setting, whatever its value. */
    public static AdvicePart setting(String key) {
        return new AdvicePart.Setting(key, null);
    }

    /** A setting with a value, as in the configuration file. */
    public static AdvicePart setting(String key, String value) {
        return new AdvicePart.Setting(key, value);
    }

    /** An option of an action, by its name in lower case, words joined by {@code -}. */
    public static AdvicePart option(String name) {
        return new AdvicePart.Option(name);
    }

    /** What says which database it is. */
    public static AdvicePart database() {
        return new AdvicePart.Database();
    }

    /** This advice followed by another one, separated by a blank. */
    public Advice and(Advice more) {
        return isNone() ? more : more.isNone() ? this : of("{} {}", this, more);
    }

    /** Whether there is no advice. */
    public boolean isNone() {
        return parts.length == 0 && texts[0].isEmpty();
    }

    /** The sentences, as a front-end names things. */
    public String in(Words words) {
        StringBuilder text = new StringBuilder(texts[0]);
        for (int i = 0; i < parts.length; i++) {
            text.append(in(words, parts[i])).append(texts[i + 1]);
        }
        return text.toString();
    }

    private static String in(Words words, AdvicePart part) {
        if (part instanceof Advice advice) {
            return advice.in(words);
        }
        if (part instanceof AdvicePart.Setting setting) {
            return words.setting(setting.key(), setting.value());
        }
        if (part instanceof AdvicePart.Option option) {
            return words.option(option.name());
        }
        if (part instanceof AdvicePart.Database) {
            return words.database();
        }
        return part instanceof AdvicePart.Call call
                ? words.call(call.action(), call.arguments())
                : words.call((Action) part, List.of());
    }

    /** The same with its texts changed, for example without passwords. */
    Advice map(UnaryOperator<String> text) {
        return new Advice(
                Stream.of(texts).map(text).toList(),
                Stream.of(parts)
                        .map(part -> part instanceof Advice advice ? advice.map(text) : part)
                        .toList());
    }

    /** The sentences, as a program that uses the library names things. */
    @Override
    public String toString() {
        return in(JavaWords.INSTANCE);
    }
}

package dev.retort.script.source;

import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import dev.retort.revision.NameKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what a file says about itself and checks each value where it stands. */
public final class HeaderBuilder {

    /** The newest behaviour that this version knows. */
    public static final int API_LEVEL = 1;

    private static final String OWN_FORM = "0000-00-00T00:00:00Z";

    private final SourceText source;
    private final Map<HeaderKey, List<String>> lists = new EnumMap<>(HeaderKey.class);
    private @Nullable String id;
    private @Nullable Instant created;
    private int apiLevel = 1;
    private String message = "";
    private int line = 1;

    public HeaderBuilder(SourceText source) {
        this.source = source;
    }

    /** Sets the line that the header is found at, counted from 1. */
    public HeaderBuilder at(int headerLine) {
        this.line = headerLine;
        return this;
    }

    public HeaderBuilder id(int valueLine, String value) {
        if (value.isBlank()) {
            throw source.error(valueLine, "The revision's id is empty.", "Give it the id that its children revise.");
        }
        require(NameKind.ID, valueLine, value);
        this.id = value;
        return this;
    }

    /** Sets {@code revises}, {@code depends on} or {@code labels}. */
    public HeaderBuilder list(HeaderKey key, int valueLine, List<String> values) {
        for (String value : values) {
            if (value.isBlank()) {
                throw source.error(valueLine, "'" + key.spelling() + "' contains an empty entry.", "Remove it.");
            }
            if (key == HeaderKey.LABELS) {
                require(NameKind.LABEL, valueLine, value);
            }
        }
        lists.put(key, values);
        return this;
    }

    private void require(NameKind kind, int valueLine, String name) {
        kind.problem(name).ifPresent(problem -> {
            throw source.error(valueLine, problem, kind.rule());
        });
    }

    /** Sets the creation date from ISO 8601 text with a zone; blank text is none. */
    public HeaderBuilder created(int valueLine, String value) {
        if (value.isBlank()) {
            return this;
        }
        try {
            this.created = instant(value.strip());
        } catch (DateTimeException e) {
            throw source.error(
                    valueLine,
                    "'" + value + "' is not a creation date.",
                    "Write it as in 2025-06-06T15:15:00Z, with the zone.");
        }
        return this;
    }

    /** The general parser is slow to warm up, and nearly every file has the form that Retort itself writes. */
    private static Instant instant(String text) {
        if (!isOwnForm(text)) {
            return OffsetDateTime.parse(text).toInstant();
        }
        return LocalDateTime.of(
                        number(text, 0, 4),
                        number(text, 5, 7),
                        number(text, 8, 10),
                        number(text, 11, 13),
                        number(text, 14, 16),
                        number(text, 17, 19))
                .toInstant(ZoneOffset.UTC);
    }

    private static boolean isOwnForm(String text) {
        boolean same = text.length() == OWN_FORM.length();
        for (int i = 0; same && i < text.length(); i++) {
            char c = text.charAt(i);
            same = OWN_FORM.charAt(i) == (c >= '0' && c <= '9' ? '0' : c);
        }
        return same;
    }

    private static int number(String digits, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            number = number * 10 + digits.charAt(i) - '0';
        }
        return number;
    }

    public HeaderBuilder apiLevel(int valueLine, String value) {
        try {
            this.apiLevel = Integer.parseInt(value.strip());
        } catch (NumberFormatException e) {
            this.apiLevel = 0;
        }
        if (apiLevel < 1) {
            throw source.error(valueLine, "'" + value + "' is not an API level.", "It is a whole number, 1 or more.");
        }
        if (apiLevel > API_LEVEL) {
            throw source.error(
                    valueLine,
                    "The file was written for API level " + apiLevel + "; this version knows levels up to " + API_LEVEL
                            + ".",
                    "Use a newer version of Retort.");
        }
        return this;
    }

    public HeaderBuilder message(String value) {
        this.message = value;
        return this;
    }

    /**
     * The header.
     *
     * @throws ScriptException with this remedy if no id was given
     */
    public RevisionHeader build(String withoutId, String remedy) {
        if (id == null) {
            throw source.error(line, withoutId, remedy);
        }
        return new RevisionHeader(
                id,
                lists.getOrDefault(HeaderKey.REVISES, List.of()),
                lists.getOrDefault(HeaderKey.DEPENDS_ON, List.of()),
                lists.getOrDefault(HeaderKey.LABELS, List.of()),
                message,
                created,
                apiLevel,
                source.position(line));
    }
}

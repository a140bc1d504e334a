package dev.retort.script.source;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys of a header that is written as {@code key: value} lines. */
public enum HeaderKey {
    REVISION,
    REVISES,
    DEPENDS_ON,
    LABELS,
    CREATED,
    MESSAGE,
    API_LEVEL;

    private static final Map<String, HeaderKey> BY_SPELLING =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(HeaderKey::spelling, Function.identity()));

    /** The keys as files spell them. */
    public static final List<String> SPELLINGS =
            Arrays.stream(values()).map(HeaderKey::spelling).toList();

    private final String spelling = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** The key as files spell it: {@code depends on}. */
    public String spelling() {
        return spelling;
    }

    public static Optional<HeaderKey> of(String spelling) {
        return Optional.ofNullable(BY_SPELLING.get(spelling.strip().toLowerCase(Locale.ROOT)));
    }
}

package dev.retort.script;

import java.util.Locale;
import java.util.Optional;

/** The keys of a header that is written as {@code key: value} lines. */
enum HeaderKey {
    REVISION,
    REVISES,
    DEPENDS_ON,
    LABELS,
    CREATED,
    MESSAGE,
    API_LEVEL;

    /** The key as files spell it: {@code depends on}. */
    String spelling() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    static Optional<HeaderKey> of(String spelling) {
        String wanted = spelling.strip().toLowerCase(Locale.ROOT);
        for (HeaderKey key : values()) {
            if (key.spelling().equals(wanted)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}

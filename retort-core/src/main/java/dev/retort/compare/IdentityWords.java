package dev.retort.compare;

import dev.retort.schema.Identity;
import dev.retort.schema.SequenceOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes identity columns in messages. */
final class IdentityWords {

    private IdentityWords() {}

    static String of(@Nullable Identity identity) {
        return identity == null
                ? "no identity column"
                : "an identity column (" + (identity.always() ? "always" : "by default") + " "
                        + String.join(", ", words(identity.options())) + ")";
    }

    private static List<String> words(SequenceOptions options) {
        List<String> words = new ArrayList<>();
        words.add("from " + options.start() + " by " + options.increment());
        Optional.ofNullable(options.min()).ifPresent(min -> words.add("min " + min));
        Optional.ofNullable(options.max()).ifPresent(max -> words.add("max " + max));
        Optional.ofNullable(options.cache()).ifPresent(cache -> words.add("cache " + cache));
        if (options.cycle()) {
            words.add("cycle");
        }
        return words;
    }
}

package dev.retort.dialect.h2;

import dev.retort.schema.DefaultValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A default that takes the next number of a sequence. The catalog names the sequence with its schema, a person mostly without. */
final class H2SequenceDefault {

    private static final String NAME = "(?:\"[^\"]+\"|\\w+)";

    private static final Pattern NEXT = Pattern.compile(
            "\\s*next\\s+value\\s+for\\s+(" + NAME + "\\s*\\.\\s*)?(" + NAME + ")\\s*", Pattern.CASE_INSENSITIVE);

    private H2SequenceDefault() {}

    /** A default without the schema of its sequence, where another one names its own without. */
    static @Nullable DefaultValue unqualified(@Nullable DefaultValue value, @Nullable DefaultValue other) {
        if (!(value instanceof DefaultValue.Expression one) || !(other instanceof DefaultValue.Expression two)) {
            return value;
        }
        Matcher own = NEXT.matcher(one.sql());
        Matcher others = NEXT.matcher(two.sql());
        return own.matches() && others.matches() && others.group(1) == null
                ? new DefaultValue.Expression("NEXT VALUE FOR " + own.group(2))
                : value;
    }
}

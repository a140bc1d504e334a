package dev.retort.compare;

import dev.retort.schema.Column;
import dev.retort.schema.Identity;

/** How a column is numbered, in words. */
final class Numbering {

    private Numbering() {}

    static String of(Column column) {
        Identity identity = column.identity();
        if (identity == null) {
            return "not at all";
        }
        return (identity.always() ? "always" : "by default") + " from " + identity.start() + " by "
                + identity.increment();
    }
}

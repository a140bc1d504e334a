package dev.retort.report;

import org.jspecify.annotations.Nullable;

/**
 * A revision that is applied, as the history says, and that no file has.
 *
 * @param id its identifier
 * @param renamed the revision whose file has the same content and was never run, most likely the same one with another id; null for none
 */
public record UnfiledRevision(String id, @Nullable String renamed) {

    /** The same as a sentence. */
    public String describe() {
        return "The history has '" + id + "', but no file does: was it "
                + (renamed == null
                        ? "renamed or deleted?"
                        : "renamed to '" + renamed + "', which has the same content?");
    }
}

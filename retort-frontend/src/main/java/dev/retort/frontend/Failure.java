package dev.retort.frontend;

import dev.retort.error.Advice;
import dev.retort.error.RetortException;
import dev.retort.error.SourcePosition;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as a front-end says it.
 *
 * @param kind the stable name of this kind of error
 * @param message what happened, and to what
 * @param position where to look, when the cause lies in a file; else null
 * @param hint what to do next; null when there is nothing to say
 */
public record Failure(
        String kind,
        String message,
        @Nullable SourcePosition position,
        @Nullable String hint) {

    /** An error in the words of a front-end, with paths as they are shown. */
    public static Failure of(RetortException error, Advice.Words words, ShownPaths paths) {
        return new Failure(
                error.kind(),
                paths.in(String.valueOf(error.getMessage())),
                error.position().map(at -> at.in(paths.in(at.file()))).orElse(null),
                error.hint(words).map(paths::in).orElse(null));
    }

    /** Where and what, and then what to do next. */
    public List<String> sentences(Styles styles) {
        List<String> sentences = new ArrayList<>();
        sentences.add(styles.red("error:") + " " + (position == null ? "" : position + ": ") + message);
        if (hint != null) {
            sentences.add(hint);
        }
        return sentences;
    }
}

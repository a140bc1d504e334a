package dev.retort.plan;

import dev.retort.error.Advice;
import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import dev.retort.revision.RevisionTarget;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A range of revisions, typed as {@code START:END}.
 *
 * @param start the older end; without a database, where it stands
 * @param end the newer end of a listing; the target of an upgrade, a downgrade or a stamp
 */
public record RevisionRange(RevisionTarget start, RevisionTarget end) {

    /** The range from the base to all heads. */
    public static final RevisionRange EVERYTHING =
            new RevisionRange(new RevisionTarget.Base(null), new RevisionTarget.Heads(null));

    private static final char SEPARATOR = ':';

    /** The range of a listing, {@code [START]:[END]}; what is missing is the base and {@code heads}. */
    public static RevisionRange ofHistory(String text) {
        int colon = onlyColon(text);
        if (colon < 0) {
            throw malformed(text, "has no colon", Advice.of("Write START:END; either may be left out."));
        }
        String start = text.substring(0, colon);
        String end = text.substring(colon + 1);
        return new RevisionRange(
                start.isBlank() ? EVERYTHING.start : RevisionTarget.parse(start),
                end.isBlank() ? EVERYTHING.end : RevisionTarget.parse(end));
    }

    /** The range of an upgrade without a database, {@code [START,…:]TARGET}; without a start it begins at the base. */
    public static RevisionRange ofOfflineUpgrade(String text) {
        return onlyColon(text) < 0 ? new RevisionRange(EVERYTHING.start, RevisionTarget.parse(text)) : complete(text);
    }

    /** The range of a downgrade without a database, {@code START,…:TARGET}. */
    public static RevisionRange ofOfflineDowngrade(String text) {
        if (onlyColon(text) < 0) {
            throw malformed(text, "does not say where to start", Advice.of("Without a database, write START:TARGET."));
        }
        return complete(text);
    }

    /** The ranges of a stamp without a database, each {@code [START:]TARGET}, which must all start at the same place. */
    public static List<RevisionRange> ofOfflineStamp(List<String> texts) {
        List<RevisionRange> ranges =
                texts.stream().map(RevisionRange::ofOfflineUpgrade).toList();
        Set<RevisionTarget> starts = ranges.stream().map(RevisionRange::start).collect(Collectors.toSet());
        if (starts.size() > 1) {
            throw malformed(
                    String.join(" ", texts),
                    "starts at several places",
                    Advice.of("Begin all with the same revision."));
        }
        return ranges;
    }

    /** Whether the range cannot be listed without the rows of a version table. */
    public boolean needsRows() {
        return startsAtCurrent() || end instanceof RevisionTarget.Current;
    }

    boolean startsAtCurrent() {
        return start instanceof RevisionTarget.Current;
    }

    /** Whether a text is a range. */
    public static boolean isRange(String text) {
        return text.indexOf(SEPARATOR) >= 0;
    }

    /** The target alone, if the version table says where to start. */
    public static RevisionTarget onlyTarget(String text) {
        if (isRange(text)) {
            throw malformed(
                    text,
                    "is a range, but the database itself knows where it is",
                    Advice.of("Name only the target; a range is for {}.", Advice.option("sql")));
        }
        return RevisionTarget.parse(text);
    }

    @Override
    public String toString() {
        return start.text() + SEPARATOR + end.text();
    }

    private static RevisionRange complete(String text) {
        int colon = text.indexOf(SEPARATOR);
        String start = text.substring(0, colon);
        String end = text.substring(colon + 1);
        if (start.isBlank() || end.isBlank()) {
            throw malformed(
                    text, "lacks one of its ends", Advice.of("Write both, with 'base' for the very beginning."));
        }
        return new RevisionRange(rows(start), RevisionTarget.parse(end));
    }

    /** Where a database without a connection stands: one revision, or several with commas between. */
    private static RevisionTarget rows(String text) {
        List<RevisionTarget> all =
                Stream.of(text.split(",", -1)).map(RevisionTarget::parse).toList();
        return all.size() == 1 ? all.get(0) : new RevisionTarget.Several(all);
    }

    private static int onlyColon(String text) {
        int colon = text.indexOf(SEPARATOR);
        if (colon != text.lastIndexOf(SEPARATOR)) {
            throw malformed(text, "has more than one colon", Advice.of("Write START:END."));
        }
        return colon;
    }

    private static RevisionTargetException malformed(String text, String what, Advice advice) {
        return new RevisionTargetException(Reason.MALFORMED, text, "'" + text + "' " + what + ".", advice);
    }
}

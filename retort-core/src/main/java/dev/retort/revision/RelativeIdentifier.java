package dev.retort.revision;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that counts steps, {@code [BRANCH@][SYMBOL](+|-)N}.
 *
 * @param branch the label or revision whose lineage is meant; null when none is given
 * @param symbol what to count from; null when that is implied by where a database is
 * @param upwards true for {@code +}, away from the base
 * @param count how many steps; a number too big to hold stands for the biggest one
 * @param steps the sign and the number, as typed
 */
public record RelativeIdentifier(
        @Nullable String branch, @Nullable String symbol, boolean upwards, int count, String steps) {

    private static final Pattern FORM = Pattern.compile("(.*)([+-])([0-9]+)", Pattern.DOTALL);
    private static final int MOST_DIGITS = 9;

    /** Reads an identifier as one that counts steps, unless it does not, or a label of the graph has just that name. */
    public static Optional<RelativeIdentifier> parse(RevisionIdentifier identifier, RevisionGraph graph) {
        Matcher form = FORM.matcher(identifier.symbol());
        if (graph.named(identifier.symbol()).isPresent() || !form.matches()) {
            return Optional.empty();
        }
        String symbol = form.group(1);
        return Optional.of(new RelativeIdentifier(
                identifier.branch(),
                symbol.isEmpty() ? null : symbol,
                form.group(2).equals("+"),
                form.group(3).length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(form.group(3)),
                form.group(2) + form.group(3)));
    }

    /** True for {@code -N} and {@code BRANCH@-N}. */
    public boolean isBelowSomethingImplied() {
        return symbol == null && !upwards;
    }

    /** What to count from, as {@code [BRANCH@]SYMBOL}; only when there is a symbol. */
    public RevisionIdentifier origin() {
        return new RevisionIdentifier(branch, Objects.requireNonNull(symbol));
    }
}

package dev.retort.revision;

import dev.retort.error.RevisionTargetException;
import dev.retort.error.RevisionTargetException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a user types to name revisions, {@code [BRANCH@]SYMBOL}: read, but not looked up in a graph yet.
 *
 * <p>The symbol is an id, a label, the beginning of one that has at least 4 characters, or one of: {@code heads}, the real heads (with
 * BRANCH: the heads of its lineage); {@code head}, the one head; {@code base}; {@code current}, where a database stands; or it counts
 * steps.
 */
public sealed interface RevisionTarget {

    /**
     * Reads a text. An empty branch counts as none.
     *
     * @throws RevisionTargetException if there is no symbol, or if the branch is one of the words, which no label and no revision can be
     */
    static RevisionTarget parse(String text) {
        if (text.equals(Current.WORD)) {
            return new Current();
        }
        int at = text.indexOf('@');
        String symbol = text.substring(at + 1);
        String branch = at > 0 ? text.substring(0, at) : null;
        Matcher form = Relative.FORM.matcher(symbol);
        if (branch != null && NameKind.isWord(branch)) {
            throw wordAsBranch(branch, form.matches() && form.group(1).isEmpty() ? symbol : "", text);
        }
        if (!form.matches()) {
            return withoutSteps(branch, symbol, text);
        }
        String from = form.group(1);
        return new Relative(branch, from.isEmpty() ? null : withoutSteps(branch, from, text), form.group(2));
    }

    private static RevisionTargetException wordAsBranch(String word, String steps, String text) {
        String counted = word.equals(Current.WORD)
                ? "'" + steps + "' counts from where the database is."
                : "'" + word + steps + "' counts from there.";
        return new RevisionTargetException(
                Reason.MALFORMED,
                text,
                "'" + text + "' has '" + word + "' in the place of a branch.",
                "Before '@' goes a branch label or a revision." + (steps.isEmpty() ? "" : " " + counted));
    }

    private static RevisionTarget withoutSteps(@Nullable String branch, String symbol, String text) {
        if (symbol.isBlank()) {
            throw new RevisionTargetException(
                    Reason.MALFORMED,
                    text,
                    "'" + text + "' names no revision.",
                    "Give a revision, a branch label, or one of 'head', 'heads' and 'base'.");
        }
        return switch (symbol) {
            case Head.WORD -> new Head(branch);
            case Heads.WORD -> new Heads(branch);
            case Base.WORD -> new Base(branch);
            default -> new Named(branch, symbol);
        };
    }

    /** The label or revision whose lineage is meant; null when none is given. */
    @Nullable
    String branch();

    /** What follows the branch. */
    String symbol();

    /** The target as a user types it. */
    default String text() {
        return branch() == null ? symbol() : branch() + "@" + symbol();
    }

    /**
     * The revisions that are meant; none for the base. Steps are counted only down from {@code heads}: {@code [BRANCH@]-N}.
     *
     * @throws dev.retort.error.UnknownRevisionException if the branch or the symbol is no revision
     * @throws dev.retort.error.AmbiguousRevisionException if it could mean several
     * @throws dev.retort.error.MultipleHeadsException if there is more than one {@code head}
     * @throws RevisionTargetException if the revision does not belong to the branch, or the steps go too far
     */
    default List<String> resolve(RevisionGraph graph) {
        return resolveOne(graph).stream().toList();
    }

    /**
     * The one revision that is meant; empty for the base. As {@link #resolve}, but no steps are counted, and more than one of {@code heads}
     * is an error too.
     */
    Optional<String> resolveOne(RevisionGraph graph);

    /** The revision that the branch stands for; empty when none is given. */
    default Optional<String> resolveBranch(RevisionGraph graph) {
        return Optional.ofNullable(branch()).map(graph.lookup()::branch);
    }

    /** This target if it counts steps. One whose symbol is just the name of a label does not. */
    default Optional<Relative> asRelative(RevisionGraph graph) {
        return Optional.empty();
    }

    /** The one head, of the branch if there is one. */
    record Head(@Nullable String branch) implements RevisionTarget {

        static final String WORD = "head";

        @Override
        public String symbol() {
            return WORD;
        }

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return graph.lookup().head(this);
        }
    }

    /** All heads: the real ones, or those of the branch. */
    record Heads(@Nullable String branch) implements RevisionTarget {

        static final String WORD = "heads";

        @Override
        public String symbol() {
            return WORD;
        }

        @Override
        public List<String> resolve(RevisionGraph graph) {
            return graph.lookup().heads(this);
        }

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return graph.lookup().onlyOfHeads(this);
        }
    }

    /**
     * Several version rows, as a script begins at them.
     *
     * @param all each of them
     */
    record Several(List<RevisionTarget> all) implements RevisionTarget {

        public Several {
            all = List.copyOf(all);
        }

        @Override
        public @Nullable String branch() {
            return null;
        }

        @Override
        public String symbol() {
            return all.stream().map(RevisionTarget::text).collect(Collectors.joining(","));
        }

        @Override
        public List<String> resolve(RevisionGraph graph) {
            return all.stream()
                    .flatMap(each -> each.resolve(graph).stream())
                    .distinct()
                    .toList();
        }

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return RevisionLookup.only(this, resolve(graph));
        }
    }

    /** Below all first revisions. */
    record Base(@Nullable String branch) implements RevisionTarget {

        static final String WORD = "base";

        @Override
        public String symbol() {
            return WORD;
        }

        /** Nothing, but the branch must be one. */
        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return resolveBranch(graph).flatMap(branch -> Optional.empty());
        }
    }

    /** The rows of a database; where none is asked, a name like any other. */
    record Current() implements RevisionTarget {

        static final String WORD = "current";

        @Override
        public @Nullable String branch() {
            return null;
        }

        @Override
        public String symbol() {
            return WORD;
        }

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return Optional.of(graph.lookup().byName(this));
        }
    }

    /**
     * An id, a label, or the beginning of one; which of them, the graph knows.
     *
     * @param symbol the name
     */
    record Named(@Nullable String branch, String symbol) implements RevisionTarget {

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return Optional.of(graph.lookup().byName(this));
        }
    }

    /**
     * A number of steps, {@code [BRANCH@][SYMBOL](+|-)N}; or, when a label has just that name, the label.
     *
     * @param from what to count from; null when that is implied by where a database is
     * @param steps the sign and the number, as typed
     */
    record Relative(@Nullable String branch, @Nullable RevisionTarget from, String steps) implements RevisionTarget {

        private static final Pattern FORM = Pattern.compile("(.*)([+-][0-9]+)", Pattern.DOTALL);
        private static final int MOST_DIGITS = 9;

        @Override
        public String symbol() {
            return from == null ? steps : from.symbol() + steps;
        }

        /** Whether a name looks like a number of steps. */
        static boolean isForm(String name) {
            return FORM.matcher(name).matches();
        }

        /** True for {@code +}, away from the base. */
        public boolean upwards() {
            return steps.charAt(0) == '+';
        }

        /** How many steps; a number too big to hold stands for the biggest one. */
        public int count() {
            String digits = steps.substring(1);
            return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
        }

        @Override
        public List<String> resolve(RevisionGraph graph) {
            boolean belowHeads = from == null && !upwards() && asRelative(graph).isPresent();
            return belowHeads ? graph.lookup().belowHeads(this) : RevisionTarget.super.resolve(graph);
        }

        @Override
        public Optional<String> resolveOne(RevisionGraph graph) {
            return Optional.of(graph.lookup().byName(this));
        }

        @Override
        public Optional<Relative> asRelative(RevisionGraph graph) {
            return graph.named(symbol()).isPresent() ? Optional.empty() : Optional.of(this);
        }
    }
}

package dev.retort.compare;

import dev.retort.dialect.Definition;
import dev.retort.digest.Sha256;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Pairs of a desired and an actual definition with the same normal form: those known from earlier comparisons, and those that one
 * comparison finds. Each pair is a hash. So it can save a question to the server and has no other effect; pairs that differ are not in
 * here and are asked for at each comparison.
 *
 * <p>The hash covers both definitions, the types of their columns, and the circumstances of the comparison. The actual definition is read
 * from the catalog each time, so it cannot have changed unnoticed. How the server reads the desired one can change, and everything
 * that decides on it belongs to the circumstances: {@link dev.retort.dialect.Normalizer#circumstances}.
 */
public final class KnownEqualities {

    private final boolean recording;
    private final byte[] circumstances;
    private final Predicate<Definition> lasting;
    private final Set<String> known;
    private final Set<String> used = new HashSet<>();
    private final RecordText text = new RecordText();
    private final MessageDigest digest = Sha256.begin();

    /**
     * The equalities in some circumstances.
     *
     * @param circumstances what decides, besides two definitions, whether they are equal
     * @param lasting whether the text of an actual definition and the circumstances decide what it means
     * @param known the hashes of earlier comparisons, in these circumstances or others
     */
    public KnownEqualities(List<String> circumstances, Predicate<Definition> lasting, Set<String> known) {
        this(circumstances, lasting, known, true);
    }

    private KnownEqualities(
            List<String> circumstances, Predicate<Definition> lasting, Set<String> known, boolean recording) {
        this.recording = recording;
        this.circumstances = digest.digest(text.bytes(circumstances));
        this.lasting = lasting;
        this.known = Set.copyOf(known);
    }

    /** For a comparison that knows no pairs and records none. */
    public static KnownEqualities none() {
        return new KnownEqualities(List.of(), found -> false, Set.of(), false);
    }

    /** Whether two definitions are known to be equal. */
    boolean has(Definition desired, Definition found) {
        if (known.isEmpty()) {
            return false;
        }
        String pair = hash(desired, found);
        boolean has = known.contains(pair);
        if (has) {
            used.add(pair);
        }
        return has;
    }

    /** Records two definitions whose normal forms are the same. */
    void add(Definition desired, Definition found) {
        if (recording && lasting.test(found)) {
            used.add(hash(desired, found));
        }
    }

    /** Whether this comparison has found pairs that were not known. */
    public boolean hasGrown() {
        return !known.containsAll(used);
    }

    /** The hashes of all pairs that this comparison has used or found: 43 letters, digits, {@code -} and {@code _} each. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    private String hash(Definition desired, Definition found) {
        boolean sameColumns = desired.columns().equals(found.columns());
        digest.update(circumstances);
        digest.update(text.bytes(List.of(desired, found.element(), sameColumns ? "" : found.columns())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }
}

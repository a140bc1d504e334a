package dev.retort.compare;

import dev.retort.dialect.Definition;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The pairs of a desired and a found definition that a server says in the same words: those that are known from earlier comparisons, and
 * those that one comparison comes to know. A pair is known by a hash alone, so that it can save a question and do nothing else: what
 * differs is never in here, and is asked for anew.
 *
 * <p>The hash covers both definitions with the types of their columns, and the circumstances in which they were compared. The found
 * definition is what the catalog says at each comparison. So a pair is still the same unless the circumstances change, and they hold
 * whatever a name in the desired definition may stand for.
 */
public final class KnownEqualities {

    private final boolean comesToKnow;
    private final byte[] circumstances;
    private final Predicate<Definition> lasting;
    private final Set<String> known;
    private final Set<String> used = new HashSet<>();
    private final RecordText text = new RecordText();
    private final MessageDigest digest = sha256();

    /**
     * The equalities under some circumstances.
     *
     * @param circumstances what decides, beside two definitions, whether they are the same
     * @param lasting whether what a found definition means is told by its words and the circumstances
     * @param known the hashes of pairs that were the same in earlier comparisons, under these circumstances or others
     */
    public KnownEqualities(List<String> circumstances, Predicate<Definition> lasting, Set<String> known) {
        this(circumstances, lasting, known, true);
    }

    private KnownEqualities(
            List<String> circumstances, Predicate<Definition> lasting, Set<String> known, boolean comesToKnow) {
        this.comesToKnow = comesToKnow;
        this.circumstances = digest.digest(text.bytes(circumstances));
        this.lasting = lasting;
        this.known = Set.copyOf(known);
    }

    /** For a comparison that neither knows any nor comes to know any. */
    public static KnownEqualities none() {
        return new KnownEqualities(List.of(), found -> false, Set.of(), false);
    }

    /** Whether two definitions are known to be the same. */
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

    /** Takes in two definitions that a server has just said in the same words. */
    void add(Definition desired, Definition found) {
        if (comesToKnow && lasting.test(found)) {
            used.add(hash(desired, found));
        }
    }

    /** Whether this comparison has met pairs that were not known. */
    public boolean hasGrown() {
        return !known.containsAll(used);
    }

    /** The hashes of all pairs that this comparison has met, each of 43 letters, digits, {@code -} and {@code _}. */
    public Set<String> used() {
        return Set.copyOf(used);
    }

    private String hash(Definition desired, Definition found) {
        boolean sameColumns = desired.columns().equals(found.columns());
        digest.update(circumstances);
        digest.update(text.bytes(List.of(desired, found.element(), sameColumns ? "" : found.columns())));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package dev.retort.history;

import dev.retort.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The applied revisions of a database, with an incremental digest: the exclusive or of the SHA-256 of each identifier, which does not
 * depend on the order and costs the same for each step, however many revisions there are.
 */
public final class AppliedRevisions {

    private static final int DIGEST_BYTES = 32;

    private final Set<String> revisions = new HashSet<>();
    private final byte[] digest = new byte[DIGEST_BYTES];
    private final MessageDigest sha256 = Sha256.begin();

    /** Some revisions. */
    public static AppliedRevisions of(Collection<String> revisions) {
        AppliedRevisions applied = new AppliedRevisions();
        revisions.forEach(applied::add);
        return applied;
    }

    /** Adds a revision unless it is present. */
    public void add(String revision) {
        if (revisions.add(revision)) {
            toggle(revision);
        }
    }

    /** Removes a revision if it is present. */
    public void remove(String revision) {
        if (revisions.remove(revision)) {
            toggle(revision);
        }
    }

    /** The identifiers, sorted. */
    public List<String> list() {
        return revisions.stream().sorted().toList();
    }

    /** The digest, as 64 hexadecimal digits. */
    public String digest() {
        return HexFormat.of().formatHex(digest);
    }

    private void toggle(String revision) {
        byte[] hash = sha256.digest(revision.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < DIGEST_BYTES; i++) {
            digest[i] ^= hash[i];
        }
    }
}

package dev.retort.script.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A SHA-256 over the tokens of a script, so that comments, white space and formatting do not count. */
public final class TokenDigest {

    /** The name of the rule that makes the digest; another rule gets another name. */
    static final String ALGORITHM = "sha256-tokens-1";

    private final MessageDigest digest = sha256();

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256", e);
        }
    }

    public void add(String token) {
        digest.update(token.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** The digest with the name of its algorithm in front: {@code sha256-tokens-1:9f86…}. */
    public String value() {
        return ALGORITHM + ":" + HexFormat.of().formatHex(digest.digest());
    }
}

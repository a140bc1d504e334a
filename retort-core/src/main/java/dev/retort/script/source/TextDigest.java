package dev.retort.script.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 over all characters of a text, however its lines end. */
public final class TextDigest {

    /** The name of the rule that makes the digest; another rule gets another name. */
    private static final String ALGORITHM = "sha256-text-1";

    private final MessageDigest digest = TokenDigest.sha256();

    public TextDigest() {}

    /** Takes the next part of the text, whose lines end with {@code \n}. */
    public void add(String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest with the name of its algorithm in front: {@code sha256-text-1:9f86…}. */
    public String value() {
        return ALGORITHM + ":" + HexFormat.of().formatHex(digest.digest());
    }
}

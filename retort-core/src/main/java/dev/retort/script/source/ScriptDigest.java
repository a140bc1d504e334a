package dev.retort.script.source;

import dev.retort.digest.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 over what counts of a script. */
public final class ScriptDigest {

    /** What counts. Another rule gets another name. */
    public enum Rule {
        /** The tokens, so that comments, white space and formatting do not count. */
        TOKENS("sha256-tokens-1:"),
        /** All characters, however its lines end. */
        TEXT("sha256-text-1:");

        private final String prefix;

        Rule(String prefix) {
            this.prefix = prefix;
        }

        /** Whether a checksum was made by this rule. */
        public boolean made(String checksum) {
            return checksum.startsWith(prefix);
        }
    }

    private final Rule rule;
    private final MessageDigest digest = Sha256.begin();

    public ScriptDigest(Rule rule) {
        this.rule = rule;
    }

    /** Takes the next token, or the next part of the text, whose lines end with {@code \n}. */
    public void add(String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        if (rule == Rule.TOKENS) {
            digest.update((byte) 0);
        }
    }

    /** The digest with the name of its rule in front: {@code sha256-tokens-1:9f86…}. */
    public String value() {
        return rule.prefix + HexFormat.of().formatHex(digest.digest());
    }
}

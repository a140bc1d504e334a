package dev.retort.script.java;

import dev.retort.script.source.ScriptDigest;
import dev.retort.script.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Computes the checksum of a Java revision.
 *
 * <p>The package, the imports, {@code @Revision} and the name of the class do not count: moving or renaming a file, or changing its place
 * in the graph, does not change what it does. Files count whose names are written in calls of {@code bulkInsert} and
 * {@code readText}.
 */
public final class JavaChecksum {

    /** Replaces the class's own name; no Java token looks like it. */
    private static final String OWN_NAME = "\\";

    /** The methods that read a file beside the revision. */
    private static final Set<String> READING = Set.of("bulkInsert", "readText");

    private final JavaLexer lexer;
    private final String className;
    private final ScriptDigest digest = new ScriptDigest(ScriptDigest.Rule.TOKENS);
    private final Function<String, Optional<String>> files;
    private JavaToken token;
    private JavaToken previous;
    private int parenthesesOfReading;

    private JavaChecksum(SourceText source, String className, Function<String, Optional<String>> files) {
        this.lexer = new JavaLexer(source);
        this.className = className;
        this.files = files;
        this.token = lexer.next();
        this.previous = token;
    }

    /**
     * The checksum of a source.
     *
     * @param files the digest of a file beside the source, by the path in a string literal; empty if there is none
     */
    public static String of(SourceText source, String className, Function<String, Optional<String>> files) {
        return new JavaChecksum(source, className, files).compute();
    }

    private String compute() {
        while (!token.isEnd()) {
            if (token.isWord("package") || token.isWord("import")) {
                skipStatement();
            } else if (token.isSymbol('@')) {
                addAnnotation();
            } else {
                add(token);
                token = lexer.next();
            }
        }
        return digest.value();
    }

    private void add(JavaToken added) {
        switch (added.kind()) {
            case JAVADOC, END -> {}
            case STRING -> addString(value(added));
            default -> digest.add(added.isWord(className) ? OWN_NAME : added.text());
        }
        if (added.isSymbol('(') && (parenthesesOfReading > 0 || isReading(previous))) {
            parenthesesOfReading++;
        } else if (added.isSymbol(')') && parenthesesOfReading > 0) {
            parenthesesOfReading--;
        }
        previous = added;
    }

    private static boolean isReading(JavaToken token) {
        return token.kind() == JavaToken.Kind.WORD && READING.contains(token.text());
    }

    private void addString(String value) {
        digest.add('"' + value);
        if (parenthesesOfReading > 0) {
            files.apply(value).ifPresent(digest::add);
        }
    }

    /** A text block with another indentation is the same string. */
    private static String value(JavaToken string) {
        try {
            return string.stringValue();
        } catch (IllegalArgumentException e) {
            return string.text();
        }
    }

    private void skipStatement() {
        while (!token.isEnd() && !token.isSymbol(';')) {
            token = lexer.next();
        }
        token = lexer.next();
    }

    private void addAnnotation() {
        List<JavaToken> tokens = new ArrayList<>();
        do {
            tokens.add(token);
            token = lexer.next();
            if (token.kind() == JavaToken.Kind.WORD) {
                tokens.add(token);
                token = lexer.next();
            }
        } while (token.isSymbol('.'));
        if (tokens.get(tokens.size() - 1).isWord("Revision")) {
            skipArguments();
        } else {
            tokens.forEach(this::add);
        }
    }

    private void skipArguments() {
        int depth = 0;
        do {
            if (token.isSymbol('(')) {
                depth++;
            } else if (token.isSymbol(')')) {
                depth--;
            } else if (depth == 0) {
                return;
            }
            token = lexer.next();
        } while (depth > 0 && !token.isEnd());
    }
}

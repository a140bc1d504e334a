package dev.retort.script.java;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.source.HeaderBuilder;
import dev.retort.script.source.HeaderKey;
import dev.retort.script.source.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The {@code @Revision} annotation of a source, read as literals. */
final class RevisionAnnotation {

    private static final List<String> ATTRIBUTES =
            List.of("id", "revises", "dependsOn", "labels", "created", "apiLevel");

    private final SourceText source;
    private final JavaLexer lexer;
    private final JavaToken at;
    private final HeaderBuilder header;
    private JavaToken token;

    private RevisionAnnotation(SourceText source, JavaLexer lexer, JavaToken at, JavaToken token) {
        this.source = source;
        this.lexer = lexer;
        this.at = at;
        this.token = token;
        this.header = new HeaderBuilder(source).at(line(at));
    }

    /**
     * Reads the arguments of an annotation.
     *
     * @param at the {@code @}
     * @param open the token after the annotation's name
     * @throws ScriptException if they are anything but known attributes with plain literals
     */
    static RevisionAnnotation read(SourceText source, JavaLexer lexer, JavaToken at, JavaToken open) {
        RevisionAnnotation annotation = new RevisionAnnotation(source, lexer, at, open);
        if (!open.isSymbol('(')) {
            throw annotation.withoutId();
        }
        annotation.readArguments();
        return annotation;
    }

    JavaToken at() {
        return at;
    }

    RevisionHeader header(String message) {
        return header.message(message).build("@Revision has no id.", "Write @Revision(id = \"…\").");
    }

    private ScriptException withoutId() {
        return source.error(line(at), "@Revision has no id.", "Write @Revision(id = \"…\").");
    }

    private void readArguments() {
        Set<String> seen = new HashSet<>();
        advance();
        while (!token.isSymbol(')')) {
            JavaToken name = token;
            if (name.kind() != JavaToken.Kind.WORD || !ATTRIBUTES.contains(name.text())) {
                throw unknownAttribute(name);
            }
            if (!seen.add(name.text())) {
                throw error(name, "@Revision has '" + name.text() + "' twice.", "Keep one of them.");
            }
            advance();
            if (!token.isSymbol('=')) {
                throw error(name, "'" + name.text() + "' has no value.", "Write " + name.text() + " = ….");
            }
            advance();
            readAttribute(name.text());
            if (token.isSymbol(',')) {
                advance();
            } else if (!token.isSymbol(')')) {
                throw notALiteral(name.text(), token);
            }
        }
    }

    private void readAttribute(String name) {
        JavaToken value = token;
        switch (name) {
            case "id" -> header.id(line(value), string(name));
            case "created" -> header.created(line(value), string(name));
            case "apiLevel" -> header.apiLevel(line(value), number(name));
            case "revises" -> header.list(HeaderKey.REVISES, line(value), strings(name));
            case "dependsOn" -> header.list(HeaderKey.DEPENDS_ON, line(value), strings(name));
            case "labels" -> header.list(HeaderKey.LABELS, line(value), strings(name));
            default -> throw unknownAttribute(value);
        }
    }

    private List<String> strings(String name) {
        List<String> values = new ArrayList<>();
        if (!token.isSymbol('{')) {
            values.add(string(name));
            return values;
        }
        advance();
        while (!token.isSymbol('}')) {
            values.add(string(name));
            if (token.isSymbol(',')) {
                advance();
            } else if (!token.isSymbol('}')) {
                throw notALiteral(name, token);
            }
        }
        advance();
        return values;
    }

    private String string(String name) {
        if (token.kind() != JavaToken.Kind.STRING) {
            throw notALiteral(name, token);
        }
        try {
            String value = token.stringValue();
            advance();
            return value;
        } catch (IllegalArgumentException e) {
            throw error(token, "The string contains an escape that Java does not know: " + token.text() + ".", null);
        }
    }

    private String number(String name) {
        if (token.kind() != JavaToken.Kind.NUMBER) {
            throw notALiteral(name, token);
        }
        String value = token.text();
        advance();
        return value;
    }

    private void advance() {
        token = lexer.next();
    }

    private int line(JavaToken where) {
        return source.lineAt(where.offset());
    }

    private ScriptException unknownAttribute(JavaToken name) {
        return error(
                name,
                "@Revision has no attribute '" + name.text() + "'.",
                NearMatches.question(name.text(), ATTRIBUTES));
    }

    private ScriptException notALiteral(String name, JavaToken where) {
        if (where.isEnd()) {
            return error(where, "The file ends within @Revision.", "It is truncated; restore it.");
        }
        return error(
                where,
                "'" + name + "' of @Revision is not a plain literal, near '" + where.text() + "'.",
                "The header is read without compiling: write the value itself, no constant and no expression.");
    }

    private ScriptException error(JavaToken where, String problem, @Nullable String remedy) {
        return source.error(line(where), problem, remedy);
    }
}

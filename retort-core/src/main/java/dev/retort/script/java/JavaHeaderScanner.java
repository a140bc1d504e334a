package dev.retort.script.java;

import dev.retort.error.NearMatches;
import dev.retort.error.ScriptException;
import dev.retort.migration.RevisionHeader;
import dev.retort.script.source.ConflictMarkers;
import dev.retort.script.source.SourceText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a Java revision from its tokens; nothing is compiled and nothing is executed. It reads no further than the revision's
 * class declaration; only a file that is no revision is read to its end.
 */
public final class JavaHeaderScanner {

    private static final String API_PACKAGE = "dev.retort.migration";
    private static final Set<String> MIGRATIONS = Set.of("Migration", "ReversibleMigration");
    private static final Set<String> TYPE_WORDS = Set.of("class", "interface", "enum", "record");

    private final JavaLexer lexer;
    private final SourceText source;
    private final String expectedClass;
    private final Map<String, String> imports = new HashMap<>();
    private JavaToken token;
    private String packageName = "";
    private @Nullable JavaToken javadoc;
    private @Nullable RevisionAnnotation annotation;
    private boolean declaresType;
    private boolean isPublic;
    private boolean isAbstract;

    private JavaHeaderScanner(SourceText text, String expectedClass) {
        this.lexer = new JavaLexer(text);
        this.source = lexer.source();
        this.expectedClass = expectedClass;
        this.token = lexer.next();
    }

    /**
     * Scans a file.
     *
     * @param text its text
     * @param expectedClass its name without {@code .java}, which the revision's class must have
     * @throws ScriptException if it is no Java, if it declares no type, if its annotation is missing or holds anything but literals, or if its class does
     *     not fit the file
     */
    public static JavaSource scan(SourceText text, String expectedClass) {
        ConflictMarkers.refuse(text);
        return new JavaHeaderScanner(text, expectedClass).scan();
    }

    private JavaSource scan() {
        while (!token.isEnd()) {
            if (token.kind() == JavaToken.Kind.JAVADOC) {
                javadoc = token;
                advance();
            } else if (token.isWord("package")) {
                advance();
                packageName = name();
                forgetDeclaration();
            } else if (token.isWord("import")) {
                readImport();
            } else if (token.isSymbol('@')) {
                readAnnotation();
            } else if (token.kind() == JavaToken.Kind.WORD && TYPE_WORDS.contains(token.text())) {
                RevisionHeader header = readType(token.text());
                if (header != null) {
                    return new JavaSource(packageName, expectedClass, header);
                }
            } else {
                if (token.isSymbol('=')) {
                    ConflictMarkers.refuseMiddle(source, token.offset());
                }
                isPublic |= token.isWord("public");
                isAbstract |= token.isWord("abstract");
                advance();
            }
        }
        if (annotation != null) {
            throw error(annotation.at(), "@Revision belongs to no class.", "The file is truncated; restore it.");
        }
        if (!declaresType) {
            throw source.error(
                    1,
                    "The file declares no type.",
                    "A .java file in a version location is a revision, or a class that revisions use: restore its content, or"
                            + " move it away.");
        }
        return new JavaSource(packageName, "", null);
    }

    private void advance() {
        token = lexer.next();
    }

    /** Reads the qualified name that begins at the current token. */
    private String name() {
        StringBuilder name = new StringBuilder();
        while (token.kind() == JavaToken.Kind.WORD || token.isSymbol('*')) {
            name.append(token.text());
            advance();
            if (!token.isSymbol('.')) {
                break;
            }
            name.append('.');
            advance();
        }
        return name.toString();
    }

    private void readImport() {
        advance();
        if (!token.isWord("static")) {
            String name = name();
            imports.put(name.substring(name.lastIndexOf('.') + 1), name);
        }
        forgetDeclaration();
    }

    private void forgetDeclaration() {
        javadoc = null;
        annotation = null;
        isPublic = false;
        isAbstract = false;
    }

    private void readAnnotation() {
        JavaToken at = token;
        advance();
        String name = name();
        if (name.equals("interface")) {
            readType("@interface");
        } else if (isOurs(name, "Revision")) {
            if (annotation != null) {
                throw error(at, "The class has a second @Revision.", "Keep one of them.");
            }
            annotation = RevisionAnnotation.read(source, lexer, at, token);
            advance();
        } else if (isMisspelt(name)) {
            throw error(at, "'@" + name + "' is not the annotation of a revision.", "Did you mean '@Revision'?");
        } else if (token.isSymbol('(')) {
            skipBalanced('(', ')');
        }
    }

    /** Whether a name was probably meant as our annotation; if it were ignored, its revision would be taken for a helper. */
    private boolean isMisspelt(String name) {
        return token.isSymbol('(')
                && !imports.containsKey(name)
                && !NearMatches.of(name, List.of("Revision")).isEmpty();
    }

    private boolean isOurs(String name, String simpleName) {
        String full = name.indexOf('.') < 0 ? imports.getOrDefault(name, API_PACKAGE + "." + name) : name;
        return full.equals(API_PACKAGE + "." + simpleName);
    }

    /** Reads a type up to the brace that opens its body; the body too if it is not the revision. */
    private @Nullable RevisionHeader readType(String kind) {
        declaresType = true;
        JavaToken start = token;
        String className = "";
        if (!kind.equals("@interface")) {
            advance();
        }
        if (token.kind() == JavaToken.Kind.WORD) {
            className = token.text();
            start = token;
        }
        boolean migration = readDeclaration();
        if (annotation != null) {
            requireRevisionClass(start, kind, className, annotation);
            refuseSecondRevision(className);
            return annotation.header(javadoc == null ? "" : JavadocText.plain(javadoc.text()));
        }
        if (migration && !isAbstract && kind.equals("class")) {
            throw unannotated(start, className);
        }
        skipBody();
        forgetDeclaration();
        return null;
    }

    /** Reads to the opening brace and says whether the type implements one of our interfaces. */
    private boolean readDeclaration() {
        boolean migration = false;
        boolean afterImplements = false;
        while (!token.isEnd() && !token.isSymbol('{')) {
            if (token.isWord("implements")) {
                afterImplements = true;
                advance();
            } else if (afterImplements && token.kind() == JavaToken.Kind.WORD) {
                String name = name();
                migration |= MIGRATIONS.stream().anyMatch(simple -> isOurs(name, simple));
            } else {
                advance();
            }
        }
        if (token.isEnd()) {
            throw error(token, "The file ends within the declaration of a type.", "It is truncated; restore it.");
        }
        return migration;
    }

    private void requireRevisionClass(JavaToken at, String kind, String className, RevisionAnnotation revision) {
        if (!kind.equals("class")) {
            throw error(
                    revision.at(), "@Revision is on the " + kind + " '" + className + "'.", "A revision is a class.");
        }
        if (!isPublic) {
            throw error(
                    at, "The revision's class '" + className + "' is not public.", "Declare it 'public final class'.");
        }
        if (isAbstract) {
            throw error(
                    at, "The revision's class '" + className + "' is abstract.", "Declare it 'public final class'.");
        }
        if (!className.equals(expectedClass)) {
            throw error(
                    at,
                    "The class '" + className + "' does not have the name of its file.",
                    "Call it '" + expectedClass + "', or the file '" + className + ".java'.");
        }
    }

    private void refuseSecondRevision(String className) {
        if (source.text().indexOf("@Revision", token.offset()) < 0) {
            return;
        }
        JavaToken last = token;
        for (; !token.isEnd(); advance()) {
            if (last.isSymbol('@') && token.isWord("Revision") && isOurs("Revision", "Revision")) {
                throw error(
                        token,
                        "A second @Revision follows the class '" + className + "'.",
                        "Move it into a file of its own.");
            }
            last = token;
        }
    }

    /** Skips the body of a helper; a class inside it that is a migration lacks its annotation. */
    private void skipBody() {
        int depth = 0;
        boolean abstractSeen = false;
        do {
            if (token.isSymbol('{')) {
                depth++;
            } else if (token.isSymbol('}')) {
                depth--;
            }
            if (token.isSymbol('{') || token.isSymbol('}') || token.isSymbol(';')) {
                abstractSeen = false;
            }
            abstractSeen |= token.isWord("abstract");
            if (token.isWord("implements")) {
                JavaToken start = token;
                if (readDeclaration() && !abstractSeen) {
                    throw unannotated(start, expectedClass);
                }
            } else {
                advance();
            }
        } while (depth > 0 && !token.isEnd());
    }

    private void skipBalanced(char open, char close) {
        int depth = 0;
        do {
            if (token.isSymbol(open)) {
                depth++;
            } else if (token.isSymbol(close)) {
                depth--;
            }
            advance();
        } while (depth > 0 && !token.isEnd());
    }

    private ScriptException unannotated(JavaToken at, String className) {
        return error(
                at,
                "'" + className + "' implements Migration, but has no @Revision.",
                "Annotate it with @Revision(id = \"…\"), or declare it abstract if it is a base class for revisions.");
    }

    private ScriptException error(JavaToken at, String problem, String remedy) {
        return source.error(source.lineAt(at.offset()), problem, remedy);
    }
}

package dev.retort.script.java;

import java.util.Set;

/** What Java allows as a name. */
public final class JavaNames {

    private static final Set<String> RESERVED = Set.of(
            "abstract",
            "assert",
            "boolean",
            "break",
            "byte",
            "case",
            "catch",
            "char",
            "class",
            "const",
            "continue",
            "default",
            "do",
            "double",
            "else",
            "enum",
            "extends",
            "false",
            "final",
            "finally",
            "float",
            "for",
            "goto",
            "if",
            "implements",
            "import",
            "instanceof",
            "int",
            "interface",
            "long",
            "native",
            "new",
            "null",
            "package",
            "private",
            "protected",
            "public",
            "return",
            "short",
            "static",
            "strictfp",
            "super",
            "switch",
            "synchronized",
            "this",
            "throw",
            "throws",
            "transient",
            "true",
            "try",
            "void",
            "volatile",
            "while",
            "_");

    private JavaNames() {}

    public static boolean isIdentifier(String name) {
        return !name.isEmpty()
                && !RESERVED.contains(name)
                && Character.isJavaIdentifierStart(name.codePointAt(0))
                && name.codePoints().allMatch(Character::isJavaIdentifierPart);
    }

    /** The name with {@code _} for what Java cannot hold and {@code V} before it when it begins with no letter. */
    public static String identifier(String name) {
        StringBuilder result = new StringBuilder(name.length() + 1);
        name.codePoints()
                .map(codePoint -> Character.isJavaIdentifierPart(codePoint) ? codePoint : '_')
                .forEach(result::appendCodePoint);
        boolean letterFirst = !result.isEmpty() && Character.isLetter(result.codePointAt(0));
        String identifier = result.toString();
        return letterFirst && !RESERVED.contains(identifier) ? identifier : "V" + identifier;
    }
}

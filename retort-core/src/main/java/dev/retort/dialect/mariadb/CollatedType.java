package dev.retort.dialect.mariadb;

import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A type taken apart that may say how its texts are written and compared.
 *
 * @param type the type without that
 * @param charset the character set; null for none
 * @param collation the collation; null for none
 */
record CollatedType(
        SqlType type, @Nullable String charset, @Nullable String collation) {

    private static final Pattern CLAUSES = Pattern.compile(
            "(?is)(.*?)(?:\\s+(?:character\\s+set|charset)\\s*=?\\s*['\"]?(\\w+)['\"]?)?(?:\\s+collate\\s*=?\\s*['\"]?(\\w+)['\"]?)?\\s*");

    private static final Pattern OF_CHARACTERS =
            Pattern.compile("(?is)((var)?char|character|(tiny|medium|long)?text|enum|set)\\b.*");

    static CollatedType of(SqlType type) {
        if (!(type instanceof NativeType own)) {
            return new CollatedType(type, null, null);
        }
        Matcher clauses = CLAUSES.matcher(ColumnText.of(own.text()).type());
        return clauses.matches()
                ? new CollatedType(new NativeType(clauses.group(1)), folded(clauses.group(2)), folded(clauses.group(3)))
                : new CollatedType(type, null, null);
    }

    private static @Nullable String folded(@Nullable String name) {
        return name == null ? null : name.toLowerCase(Locale.ROOT);
    }

    /** Whether a type, as it is written, holds texts. */
    static boolean isOfCharacters(String type) {
        return OF_CHARACTERS.matcher(type).matches();
    }

    String clauses() {
        return (charset == null ? "" : " CHARACTER SET " + charset)
                + (collation == null ? "" : " COLLATE " + collation);
    }

    boolean saysHow() {
        return charset != null || collation != null;
    }

    /**
     * Whether a column whose texts are compared by a collation is as this type says. A type that says nothing leaves a column as it is.
     *
     * @param found the collation; null when that is not known
     */
    boolean allows(@Nullable String found) {
        if (found == null) {
            return !saysHow();
        }
        // A collation may be called without the character set before it:
        // https://mariadb.com/kb/en/supported-character-sets-and-collations/
        boolean sameCollation = collation == null || found.equals(collation) || found.endsWith("_" + collation);
        return sameCollation && (charset == null || charsetOf(found).equals(charsetOf(charset)));
    }

    /** A collation begins with its character set; utf8 is an old name of utf8mb3: https://mariadb.com/kb/en/unicode/ */
    private static String charsetOf(String name) {
        String charset = name.split("_", 2)[0];
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }
}

package dev.retort.dialect.mariadb;

import dev.retort.dialect.TypeText;
import dev.retort.schema.Column;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The length of the keys of a table in bytes. InnoDB rejects a primary key that is too long, truncates an index, and makes a hash of a
 * unique one: https://mariadb.com/kb/en/innodb-limitations/
 *
 * @param types writes types
 * @param collation the default collation; null if it is not known
 */
record KeyLength(MariadbTypes types, @Nullable String collation) {

    /** In the row format DYNAMIC, the default. */
    private static final int MOST = 3072;

    private static final Set<String> CHARACTERS = Set.of("char", "varchar");
    private static final Set<String> BYTE_STRINGS = Set.of("binary", "varbinary");

    private static final Pattern PREFIX = Pattern.compile("`?(.+?)`?\\((\\d+)\\)");

    /** The maximum number of bytes of a character, if it is not one. */
    private static final Map<String, Integer> BYTES = Map.ofEntries(
            Map.entry("utf8mb4", 4),
            Map.entry("utf16", 4),
            Map.entry("utf16le", 4),
            Map.entry("utf32", 4),
            Map.entry("utf8mb3", 3),
            Map.entry("utf8", 3),
            Map.entry("ujis", 3),
            Map.entry("eucjpms", 3),
            Map.entry("ucs2", 2),
            Map.entry("big5", 2),
            Map.entry("gbk", 2),
            Map.entry("gb2312", 2),
            Map.entry("euckr", 2),
            Map.entry("sjis", 2),
            Map.entry("cp932", 2));

    /** Why the server would reject a key or index of a table; empty if it would not, as far as that is known. */
    Optional<String> tooLong(Table table) {
        PrimaryKey key = table.primaryKey();
        if (key != null && tooLong(table, key.columns())) {
            return Optional.of(why("its primary key", table, key.columns()));
        }
        for (UniqueConstraint unique : table.uniqueConstraints()) {
            if (tooLong(table, unique.columns())) {
                return Optional.of(why("its unique constraint", table, unique.columns()));
            }
        }
        for (Index index : table.indexes()) {
            List<String> parts = index.parts().stream().map(KeyLength::text).toList();
            if (MariadbIndexes.methodOrUsual(index.method()) == null && tooLong(table, parts)) {
                return Optional.of(why("index " + index.name(), table, parts));
            }
        }
        return Optional.empty();
    }

    private static String text(Index.Part part) {
        return part.length() == null ? part.text() : part.text() + "(" + part.length() + ")";
    }

    private String why(String what, Table table, List<String> parts) {
        return what + " (" + String.join(", ", parts) + ") takes " + bytes(table, parts)
                + " bytes, and a key has at most " + MOST + "; make the columns shorter, or index their beginnings";
    }

    private boolean tooLong(Table table, List<String> parts) {
        return bytes(table, parts) > MOST;
    }

    private long bytes(Table table, List<String> parts) {
        return parts.stream().mapToLong(part -> bytesOf(table, part)).sum();
    }

    private long bytesOf(Table table, String part) {
        Column whole = table.column(part).orElse(null);
        if (whole != null) {
            return bytes(whole, Integer.MAX_VALUE);
        }
        Matcher prefix = PREFIX.matcher(part);
        return prefix.matches()
                ? table.column(prefix.group(1))
                        .map(column -> bytes(column, Integer.parseInt(prefix.group(2))))
                        .orElse(0L)
                : 0;
    }

    /** The length of strings and bytes with a declared length; everything else is too short to matter. */
    private long bytes(Column column, int most) {
        SqlType type = column.type();
        String written = type instanceof StandardType || type instanceof NativeType ? types.render(type) : "";
        TypeText text = TypeText.of(written);
        boolean characters = CHARACTERS.contains(text.name());
        if (!characters && !BYTE_STRINGS.contains(text.name())) {
            return 0;
        }
        return (long) Math.min(text.number(0, 1), most) * (characters ? bytesOfCharacter(column) : 1);
    }

    private int bytesOfCharacter(Column column) {
        String own = column.collation() == null ? collation : column.collation().name();
        String how = column.characterSet() == null ? own : column.characterSet();
        return how == null ? 1 : BYTES.getOrDefault(how.split("_", 2)[0].toLowerCase(Locale.ROOT), 1);
    }
}

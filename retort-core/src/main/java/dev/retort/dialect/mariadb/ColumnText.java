package dev.retort.dialect.mariadb;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a type with what a column has beside its type, default and comment, carried there so that a statement that restates the
 * column keeps it.
 *
 * @param type the type, with a collation of its own
 * @param attributes a generation expression, invisibility, exclusion from versioning; empty for none
 * @param check a check of the column's own; empty for none
 */
record ColumnText(String type, String attributes, String check) {

    private static final Pattern PARTS = Pattern.compile(
            "(?s)(.*?)((?: GENERATED ALWAYS AS (?:\\(|ROW )| INVISIBLE| WITHOUT SYSTEM VERSIONING).*?)?( CHECK \\(.*)?");

    static ColumnText of(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches()) {
            return new ColumnText(text, "", "");
        }
        return new ColumnText(parts.group(1), emptyIfNull(parts.group(2)), emptyIfNull(parts.group(3)));
    }

    private static String emptyIfNull(String part) {
        return part == null ? "" : part;
    }

    /** This text of a new type with what the column had beside the old one, as far as this text does not speak of it. */
    ColumnText keeping(ColumnText before) {
        String stays = before.generated() ? "" : before.attributes;
        return new ColumnText(type, attributes.isEmpty() ? stays : attributes, check.isEmpty() ? before.check : check);
    }

    boolean generated() {
        return attributes.startsWith(" GENERATED ");
    }
}

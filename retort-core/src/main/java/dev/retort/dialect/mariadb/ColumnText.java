package dev.retort.dialect.mariadb;

import java.util.regex.Pattern;

/**
 * What a column has beside its type, default and comment, carried behind the type's text so that a statement that restates the column
 * keeps it: a generation expression, invisibility, exclusion from versioning, a check of its own.
 */
final class ColumnText {

    private static final Pattern ATTRIBUTES =
            Pattern.compile("(?s) (GENERATED ALWAYS AS (\\(|ROW )|INVISIBLE|WITHOUT SYSTEM VERSIONING|CHECK \\().*");

    private ColumnText() {}

    /** The type's text alone. */
    static String withoutAttributes(String type) {
        return ATTRIBUTES.matcher(type).replaceFirst("");
    }
}

package dev.retort.sql;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where databases differ so early in how they read SQL that tokens and statements cannot be told apart without knowing it. A
 * database's syntax is said as what differs from {@link #COMMON}.
 *
 * @param features what the database knows
 * @param batchLine the line that ends a routine's body, which is sent with its semicolons; empty where the body ends with its
 *     {@code END}
 */
public record SqlSyntax(Set<Feature> features, String batchLine) {

    /** What some databases know and others do not. */
    public enum Feature {
        /** Block comments nest. */
        NESTED_COMMENTS,
        /**
         * {@code #} begins a comment, {@code --} only does so before white space, and what is in a block comment that begins with an
         * exclamation mark is executed.
         */
        HASH_COMMENTS,
        /** {@code //} begins a comment. */
        SLASH_COMMENTS,
        /** A backslash escapes the next character of every text. */
        BACKSLASHES,
        /** What is in double quotes is a text; names have backticks. */
        TEXTS_IN_DOUBLE_QUOTES,
        /** {@code $$…$$} and {@code $tag$…$tag$} are texts, and so is {@code E'…'}, in which a backslash escapes, with its continuations. */
        DOLLAR_QUOTES,
        /** A backtick is a sign of an operator; to the others it begins a quoted name, or is an error. */
        BACKTICK_OPERATORS,
        /** {@code [name]} is a quoted name. */
        NAMES_IN_BRACKETS,
        /** {@code q'[…]'} is a text. */
        ALTERNATE_QUOTES,
        /** A statement that begins with {@code BEGIN} or {@code DECLARE} is a routine's body. */
        ANONYMOUS_BLOCKS,
        /**
         * {@code IF}, {@code CASE}, {@code LOOP}, {@code WHILE}, {@code REPEAT} and {@code FOR} are statements outside routines, too:
         * https://mariadb.com/kb/en/using-compound-statements-outside-of-stored-programs/
         */
        COMPOUND_STATEMENTS,
        /**
         * The client program ends a statement at every semicolon, in a routine's body too, unless its command {@code DELIMITER} says
         * what ends one: https://mariadb.com/kb/en/delimiters/
         */
        DELIMITER_COMMAND
    }

    /** What most databases agree on. */
    public static final SqlSyntax COMMON = new SqlSyntax(Set.of(Feature.NESTED_COMMENTS, Feature.DOLLAR_QUOTES), "");

    public SqlSyntax {
        features = Set.copyOf(features);
    }

    /** Whether the database knows something. */
    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The syntax of a database that knows more. */
    public SqlSyntax with(Feature... more) {
        Set<Feature> known = new HashSet<>(features);
        known.addAll(List.of(more));
        return new SqlSyntax(known, batchLine);
    }

    /** The syntax of a database that does not know something. */
    public SqlSyntax without(Feature... unknown) {
        Set<Feature> known = new HashSet<>(features);
        Arrays.asList(unknown).forEach(known::remove);
        return new SqlSyntax(known, batchLine);
    }

    /** The syntax of a database whose clients end a routine's body with a line. */
    public SqlSyntax withBatchLine(String line) {
        return new SqlSyntax(features, line);
    }
}

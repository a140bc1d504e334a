package dev.retort.migration;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The header of a revision. Its values are plain literals, because it is read without compiling anything. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Revision {

    /** The identifier. */
    String id();

    /** The parents; none for a base. */
    String[] revises() default {};

    /** Revisions, or branch labels, that must be applied before this one although it does not revise them. */
    String[] dependsOn() default {};

    /** The branch labels that this revision declares. */
    String[] labels() default {};

    /** When the file was made, in the form of ISO 8601: {@code 2025-06-06T15:15:00Z}. */
    String created() default "";

    /** The behaviour that the file was written against; it is kept for ever. */
    int apiLevel() default 1;
}

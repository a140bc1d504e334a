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

    /** Revisions, or branch labels, that must be applied before this one without being its parents. */
    String[] dependsOn() default {};

    /** The branch labels that this revision declares. */
    String[] labels() default {};

    /** When the file was created, in ISO 8601: {@code 2025-06-06T15:15:00Z}. */
    String created() default "";

    /** The version of Retort's behaviour that the file was written for; supported for ever. */
    int apiLevel() default 1;
}

package dev.retort.frontend;

/** How a front-end lets parts of a text stand out, such as by colours. Where it says nothing, a part stands as it is. */
public interface Styles {

    /** Something to be noticed. */
    default String bold(String text) {
        return text;
    }

    /** What went wrong. */
    default String red(String text) {
        return text;
    }

    /** What went well. */
    default String green(String text) {
        return text;
    }

    /** What is a name, or a warning. */
    default String yellow(String text) {
        return text;
    }

    /** What matters less. */
    default String dim(String text) {
        return text;
    }
}

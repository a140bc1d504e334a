package dev.retort.dialect;

/** How a login is given the rights that it lacks, in words. */
public final class Rights {

    private Rights() {}

    /** A sentence that names the statement which grants a right. */
    public static String remedy(String statement) {
        return "Somebody who may grant it runs: " + statement + ";";
    }
}

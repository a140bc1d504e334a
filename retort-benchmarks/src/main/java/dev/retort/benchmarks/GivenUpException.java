package dev.retort.benchmarks;

/** A process that took more than it may. */
final class GivenUpException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String reason;

    /**
     * Such a process.
     *
     * @param reason what it took, as the table shows it
     */
    GivenUpException(String reason) {
        super(reason);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

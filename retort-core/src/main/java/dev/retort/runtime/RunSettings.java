package dev.retort.runtime;

import java.time.Duration;

/**
 * How a run behaves.
 *
 * @param lockTimeout how long to wait for another run
 * @param transactionPerStep whether each step commits by itself
 * @param operator the operating system's user, for the history
 * @param host the machine, for the history
 * @param toolVersion the version of Retort, for the history
 */
public record RunSettings(
        Duration lockTimeout, boolean transactionPerStep, String operator, String host, String toolVersion) {}

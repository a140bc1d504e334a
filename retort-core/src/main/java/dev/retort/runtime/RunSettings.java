package dev.retort.runtime;

import java.time.Duration;

/**
 * The settings of a run.
 *
 * @param lockTimeout how long to wait for another run
 * @param transactionPerStep whether each step commits by itself
 * @param toolVersion the version of Retort, for the history
 */
public record RunSettings(Duration lockTimeout, boolean transactionPerStep, String toolVersion) {}

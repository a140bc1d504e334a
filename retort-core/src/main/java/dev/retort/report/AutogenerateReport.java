package dev.retort.report;

import org.jspecify.annotations.Nullable;

/**
 * What an autogenerate run saw and wrote.
 *
 * @param model what was compared
 * @param written the file; null when there were no differences, and then nothing was written
 */
public record AutogenerateReport(
        ModelReport model, @Nullable WrittenRevision written) {}

package dev.retort.report;

import org.jspecify.annotations.Nullable;

/**
 * The result of {@code autogenerate}.
 *
 * @param model the comparison
 * @param written the file; null if there were no differences, so that nothing was written
 */
public record AutogenerateReport(
        ModelReport model, @Nullable WrittenRevision written) {}

package dev.retort.report;

import java.util.Optional;

/**
 * What an autogenerate run saw and wrote.
 *
 * @param model what was compared
 * @param written the file; empty when there were no differences, and then nothing was written
 */
public record AutogenerateReport(ModelReport model, Optional<WrittenRevision> written) {}

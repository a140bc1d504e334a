package dev.retort.tests.conformance;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What came of a pair.
 *
 * @param details what was done and said, and what differs
 */
record Verdict(SchemaPair pair, Outcome outcome, List<String> details) {

    Verdict {
        details = List.copyOf(details);
    }

    /** The details, indented, a line each. */
    String reasons() {
        return details.stream()
                .flatMap(String::lines)
                .map(line -> "\n    " + line.strip())
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return pair + " | " + outcome;
    }
}

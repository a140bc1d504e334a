package dev.retort.tests.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The list of the pairs that do not end right, as people have looked at them: the database, the pair and the outcome, a line each. */
final class ReviewedOutcomes {

    private static final String SEPARATOR = " | ";

    private final Path file;
    private final Map<String, String> outcomes = new TreeMap<>();

    /** Reads the list. */
    ReviewedOutcomes(Path file) throws IOException {
        this.file = file;
        for (String line : Files.readAllLines(file)) {
            int end = line.lastIndexOf(SEPARATOR);
            outcomes.put(line.substring(0, end), line.substring(end + SEPARATOR.length()));
        }
    }

    /**
     * What has to be changed in the list, so that it says how pairs end, with the reasons.
     *
     * @param pairs all the pairs that the list may be about
     * @param verdicts how some of them end
     */
    List<String> changes(List<SchemaPair> pairs, List<Verdict> verdicts) {
        List<String> changes = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String pair = verdict.pair().toString();
            String reviewed = outcomes.getOrDefault(pair, Outcome.RIGHT.name());
            if (!reviewed.equals(verdict.outcome().name())) {
                changes.add("In " + file + change(pair, reviewed, verdict.outcome()) + verdict.reasons());
            }
        }
        Set<String> strangers = new TreeSet<>(outcomes.keySet());
        pairs.forEach(pair -> strangers.remove(pair.toString()));
        strangers.forEach(
                pair -> changes.add("In " + file + " remove the line about '" + pair + "', which is no pair"));
        return changes;
    }

    private static String change(String pair, String reviewed, Outcome outcome) {
        String before = "'" + pair + SEPARATOR + reviewed + "'";
        String after = "'" + pair + SEPARATOR + outcome + "'";
        if (outcome == Outcome.RIGHT) {
            return " remove the line " + before;
        }
        return reviewed.equals(Outcome.RIGHT.name())
                ? " add the line " + after
                : " change the line " + before + " to " + after;
    }

    /** Writes the list anew as far as it is about these pairs. */
    static synchronized void write(Path file, List<Verdict> verdicts) throws IOException {
        Map<String, String> outcomes = new ReviewedOutcomes(file).outcomes;
        for (Verdict verdict : verdicts) {
            outcomes.put(verdict.pair().toString(), verdict.outcome().name());
        }
        outcomes.values().removeIf(Outcome.RIGHT.name()::equals);
        TreeSet<String> lines = new TreeSet<>();
        outcomes.forEach((pair, outcome) -> lines.add(pair + SEPARATOR + outcome));
        Files.write(file, lines);
    }
}

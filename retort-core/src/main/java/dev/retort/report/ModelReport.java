package dev.retort.report;

import java.util.List;

/**
 * What was compared.
 *
 * @param entities how many entities were seen
 * @param packages the packages they lie in
 * @param differences the differences that can be generated
 * @param notGenerated how many there are besides, each with a sentence among the hazards
 * @param hazards what a person should know, a sentence each
 */
public record ModelReport(
        int entities, List<String> packages, List<Difference> differences, int notGenerated, List<String> hazards) {

    public ModelReport {
        packages = List.copyOf(packages);
        differences = List.copyOf(differences);
        hazards = List.copyOf(hazards);
    }

    /** Whether there is no difference. What cannot be compared is none, and stands among the hazards. */
    public boolean isEmpty() {
        return differences.isEmpty() && notGenerated == 0;
    }
}

package dev.retort.report;

import java.util.List;

/**
 * What was compared.
 *
 * @param database the database, as it may be shown
 * @param entities how many entities were seen
 * @param packages the packages they lie in
 * @param differences the differences that can be generated
 * @param notGenerated how many there are besides, each with a sentence among the hazards
 * @param notCompared how many texts differ and may say the same, each with a sentence among the hazards
 * @param comparedWith what decided on texts that differ
 * @param hazards what a person should know, a sentence each
 */
public record ModelReport(
        String database,
        int entities,
        List<String> packages,
        List<Difference> differences,
        int notGenerated,
        int notCompared,
        ComparedWith comparedWith,
        List<String> hazards) {

    public ModelReport {
        packages = List.copyOf(packages);
        differences = List.copyOf(differences);
        hazards = List.copyOf(hazards);
    }

    /** The same comparison with what was found. */
    public ModelReport with(List<Difference> found, int foundBesides, List<String> sentences) {
        return new ModelReport(database, entities, packages, found, foundBesides, notCompared, comparedWith, sentences);
    }

    /**
     * Whether there is no difference, for certain. What the entities cannot say is none, and stands among the hazards; texts that nobody could
     * compare may be one.
     */
    public boolean isEmpty() {
        return differences.isEmpty() && notGenerated == 0 && notCompared == 0;
    }
}

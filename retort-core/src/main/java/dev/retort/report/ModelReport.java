package dev.retort.report;

import java.util.List;

/**
 * The result of a comparison.
 *
 * @param database the database, without passwords
 * @param entities the number of entities that were read
 * @param packages their packages
 * @param differences the differences for which operations can be generated
 * @param writable how many of these a generated revision has; the others are what the database cannot do
 * @param notGenerated the number of other differences, each with a sentence among the hazards
 * @param notCompared the number of texts that differ and may mean the same, each with a sentence among the hazards
 * @param comparedWith how it was decided whether differing texts mean the same
 * @param hazards what a person should know, one sentence each
 */
public record ModelReport(
        String database,
        int entities,
        List<String> packages,
        List<Difference> differences,
        int writable,
        int notGenerated,
        int notCompared,
        ComparedWith comparedWith,
        List<String> hazards) {

    public ModelReport {
        packages = List.copyOf(packages);
        differences = List.copyOf(differences);
        hazards = List.copyOf(hazards);
    }

    /** The same comparison with its findings, if the database can do all of them. */
    public ModelReport with(List<Difference> found, int foundBesides, List<String> sentences) {
        return new ModelReport(
                database, entities, packages, found, found.size(), foundBesides, notCompared, comparedWith, sentences);
    }

    /** The same if a generated revision has only some of the differences. */
    public ModelReport writing(int some) {
        return new ModelReport(
                database, entities, packages, differences, some, notGenerated, notCompared, comparedWith, hazards);
    }

    /**
     * Whether it is certain that there is no difference. What the entities cannot say is no difference and is listed among the hazards;
     * texts that could not be compared may be one.
     */
    public boolean isEmpty() {
        return differences.isEmpty() && notGenerated == 0 && notCompared == 0;
    }
}

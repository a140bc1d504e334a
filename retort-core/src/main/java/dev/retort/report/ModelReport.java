package dev.retort.report;

import java.util.List;

/**
 * What was compared.
 *
 * @param entities how many entities were seen
 * @param packages the packages they lie in
 * @param differences the differences
 * @param attention what a person should look at, a sentence each
 */
public record ModelReport(int entities, List<String> packages, List<Difference> differences, List<String> attention) {

    public ModelReport {
        packages = List.copyOf(packages);
        differences = List.copyOf(differences);
        attention = List.copyOf(attention);
    }
}

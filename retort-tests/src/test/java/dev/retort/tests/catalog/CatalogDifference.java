package dev.retort.tests.catalog;

import dev.retort.tests.server.DatabaseUnderTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is not the same in two catalogs of a database.
 *
 * @param surplus what only the found one says
 * @param missing what only the expected one says
 * @param equal what they say in two ways and is one thing to the database, each with the reasons
 */
public record CatalogDifference(List<CatalogEntry> surplus, List<CatalogEntry> missing, List<String> equal) {

    /** An entry, and what stands for all that are one with it. */
    private record Meaning(CatalogEntry entry, CatalogEntry form, Set<String> reasons) {

        static Meaning of(CatalogEntry entry) {
            return new Meaning(entry, entry, Set.of());
        }

        /** The same by one more equivalence; empty for what has no effect. */
        Optional<Meaning> by(Equivalence equivalence) throws SQLException {
            return equivalence
                    .form()
                    .of(form)
                    .map(next ->
                            next.equals(form) ? this : new Meaning(entry, next, and(Set.of(equivalence.reason()))));
        }

        private Set<String> and(Set<String> more) {
            Set<String> all = new LinkedHashSet<>(reasons);
            all.addAll(more);
            return all;
        }

        String isOneWith(Meaning other) {
            return entry + " is " + other.entry + ": " + String.join("; ", and(other.reasons));
        }

        String isNothing(Equivalence equivalence) {
            return entry + " is nothing: " + String.join("; ", and(Set.of(equivalence.reason())));
        }
    }

    /**
     * Compares two catalogs.
     *
     * @param connection to the database of the found catalog
     */
    public static CatalogDifference between(
            RawCatalog found, RawCatalog expected, DatabaseUnderTest kind, Connection connection) throws SQLException {
        List<String> equal = new ArrayList<>();
        List<Meaning> surplus = found.beyond(expected).stream().map(Meaning::of).toList();
        List<Meaning> missing = expected.beyond(found).stream().map(Meaning::of).toList();
        for (Equivalence equivalence : Equivalence.of(kind, connection)) {
            surplus = by(equivalence, surplus, equal);
            missing = by(equivalence, missing, equal);
            removeCommon(surplus, missing, equal);
        }
        return new CatalogDifference(entries(surplus), entries(missing), equal);
    }

    private static List<Meaning> by(Equivalence equivalence, List<Meaning> meanings, List<String> equal)
            throws SQLException {
        List<Meaning> changed = new ArrayList<>();
        for (Meaning meaning : meanings) {
            meaning.by(equivalence).ifPresentOrElse(changed::add, () -> equal.add(meaning.isNothing(equivalence)));
        }
        return changed;
    }

    private static void removeCommon(List<Meaning> surplus, List<Meaning> missing, List<String> equal) {
        for (Meaning one : List.copyOf(surplus)) {
            missing.stream()
                    .filter(other -> other.form().equals(one.form()))
                    .findFirst()
                    .ifPresent(other -> {
                        surplus.remove(one);
                        missing.remove(other);
                        equal.add(one.isOneWith(other));
                    });
        }
    }

    private static List<CatalogEntry> entries(List<Meaning> meanings) {
        return meanings.stream().map(Meaning::entry).toList();
    }

    /** Whether nothing differs to the database. */
    public boolean isEmpty() {
        return surplus.isEmpty() && missing.isEmpty();
    }
}

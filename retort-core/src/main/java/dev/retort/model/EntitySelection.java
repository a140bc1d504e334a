package dev.retort.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which entities describe a schema: the union of all that is named.
 *
 * @param packages the packages, with their sub-packages
 * @param persistenceUnit the name of a unit in a {@code persistence.xml}; null for none
 * @param classes the names of classes
 */
public record EntitySelection(
        List<String> packages, @Nullable String persistenceUnit, List<String> classes) {

    public EntitySelection {
        packages = List.copyOf(packages);
        classes = List.copyOf(classes);
    }

    /** The entities of packages and their sub-packages. */
    public static EntitySelection ofPackages(String... packages) {
        return new EntitySelection(List.of(packages), null, List.of());
    }

    /** The entities of a persistence unit. */
    public static EntitySelection ofPersistenceUnit(String name) {
        return new EntitySelection(List.of(), name, List.of());
    }

    /** Single entities. */
    public static EntitySelection ofClasses(String... names) {
        return new EntitySelection(List.of(), null, List.of(names));
    }
}

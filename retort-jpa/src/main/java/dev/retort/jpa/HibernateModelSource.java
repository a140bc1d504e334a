package dev.retort.jpa;

import dev.retort.error.EntityModelException;
import dev.retort.model.EntityRequest;
import dev.retort.model.EntitySelection;
import dev.retort.model.Model;
import dev.retort.model.ModelSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The schema that JPA entities describe, as the application's Hibernate maps it. Needs no database. One class file reads Hibernate 6.6 and
 * 7.
 */
public final class HibernateModelSource implements ModelSource {

    private final EntityRequest request;

    /** A source that finds the entities each time it is read. */
    public HibernateModelSource(EntityRequest request) {
        this.request = request;
    }

    /**
     * {@inheritDoc}
     *
     * @throws EntityModelException when there are no entities, when a class is too new for the running Java, when Hibernate or its
     *     dialect for the database is missing, or when Hibernate refuses the mapping
     */
    @Override
    public Model read() {
        EntitySelection selection = request.entities();
        ManagedClasses managed = new ManagedClasses(request.application());
        Map<String, String> settings =
                new LinkedHashMap<>(SpringSettings.of(request.application().loader()));
        selection.packages().forEach(managed::addPackage);
        selection.classes().forEach(managed::addClass);
        if (selection.persistenceUnit() != null) {
            PersistenceUnit unit = PersistenceUnit.named(
                    selection.persistenceUnit(), request.application().loader());
            settings.putAll(unit.properties());
            managed.addUnit(unit);
        }
        settings.putAll(request.settings());
        requireEntities(managed, selection);
        return HibernateMetadata.read(request, settings, managed);
    }

    private static void requireEntities(ManagedClasses managed, EntitySelection selection) {
        if (managed.hasEntities()) {
            return;
        }
        Set<String> searched = new TreeSet<>(selection.packages());
        searched.addAll(selection.classes());
        String where = searched.isEmpty()
                ? "persistence unit '" + selection.persistenceUnit() + "'"
                : searched.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", "));
        throw new EntityModelException(
                "No entities were found in " + where + ".",
                "Check the name, and that the classes are compiled and on the class path: " + managed.searchedPlaces()
                        + ".",
                null);
    }
}

package dev.retort.model;

import java.util.Optional;
import java.util.ServiceLoader;

/** Reads entities; a service of a library for one persistence provider. */
public interface EntityModelProvider {

    /** The model source for a request. */
    ModelSource source(EntityRequest request);

    /** The provider that a class loader finds; empty if there is none. */
    static Optional<EntityModelProvider> loadedFrom(ClassLoader loader) {
        return ServiceLoader.load(EntityModelProvider.class, loader).findFirst();
    }
}

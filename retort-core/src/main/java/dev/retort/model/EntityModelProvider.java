package dev.retort.model;

import java.util.Optional;
import java.util.ServiceLoader;

/** Reads entities; named in {@code META-INF/services} of a library that knows how they are mapped. */
public interface EntityModelProvider {

    /** The source that answers a request when it is read. */
    ModelSource source(EntityRequest request);

    /** The provider that a class loader sees; empty when no such library is there. */
    static Optional<EntityModelProvider> loadedFrom(ClassLoader loader) {
        return ServiceLoader.load(EntityModelProvider.class, loader).findFirst();
    }
}

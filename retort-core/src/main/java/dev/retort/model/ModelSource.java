package dev.retort.model;

/** Where a desired schema comes from: entities, a file, another database. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Reads the desired schema, anew at each call.
     *
     * @throws dev.retort.error.RetortException when it cannot be read, or when what was read cannot be trusted
     */
    Model read();
}

package dev.retort.model;

/** A source of desired schemas: entities, a file, another database. */
@FunctionalInterface
public interface ModelSource {

    /**
     * Reads the desired schema, each time anew.
     *
     * @throws dev.retort.error.RetortException when it cannot be read, or when what was read cannot be trusted
     */
    Model read();
}

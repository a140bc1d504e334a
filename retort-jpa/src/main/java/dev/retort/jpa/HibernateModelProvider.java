package dev.retort.jpa;

import dev.retort.model.EntityModelProvider;
import dev.retort.model.EntityRequest;
import dev.retort.model.ModelSource;

/** Reads entities through Hibernate. Must be loaded by a class loader that sees the application's own Hibernate. */
public final class HibernateModelProvider implements EntityModelProvider {

    /** For the service loader. */
    public HibernateModelProvider() {}

    @Override
    public ModelSource source(EntityRequest request) {
        return new HibernateModelSource(request);
    }
}

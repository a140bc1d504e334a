import dev.retort.jpa.HibernateModelProvider;
import org.jspecify.annotations.NullMarked;

/** The desired schema of an application, read from its JPA entities through its own Hibernate. */
@NullMarked
module dev.retort.jpa {
    requires transitive dev.retort.core;
    requires java.xml;
    requires static jakarta.persistence;
    requires static org.hibernate.orm.core;
    requires static transitive org.jspecify;

    provides dev.retort.model.EntityModelProvider with
            HibernateModelProvider;
}

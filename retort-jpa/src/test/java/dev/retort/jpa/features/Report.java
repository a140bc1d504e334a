package dev.retort.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.Subselect;

@Entity
@Immutable
@Subselect("select id, street from person")
public class Report {

    @Id
    String id;

    String street;
}

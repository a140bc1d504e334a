package dev.retort.tests.entities.schemas;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In the default schema, without saying so. */
@Entity
@Table(name = "customers")
public class Customer {

    @Id
    Long id;
}

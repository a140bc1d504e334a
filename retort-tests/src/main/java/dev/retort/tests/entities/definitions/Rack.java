package dev.retort.tests.entities.definitions;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "racks")
public class Rack {

    @Id
    long id;
}

package dev.retort.tests.entities.refused;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A floating point number has no scale. */
@Entity
@Table(name = "readings")
public class Reading {

    @Id
    long id;

    @Column(precision = 19, scale = 6)
    double value;
}

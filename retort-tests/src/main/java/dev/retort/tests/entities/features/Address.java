package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

@Embeddable
public class Address {

    @Column(length = 80)
    String street;

    @Column(length = 40, nullable = false)
    String city;
}

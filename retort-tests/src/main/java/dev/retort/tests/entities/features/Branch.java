package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;

/** Refers to an employee who refers back: neither table can be first. */
@Entity
@Table(name = "\"Branch Office\"")
public class Branch {

    @Id
    @Column(name = "`Code`", length = 5)
    String code;

    @OneToOne
    Employee head;
}

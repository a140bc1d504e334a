package dev.retort.jpa.schemas;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** An office, in a schema of its own, and the one above it. */
@Entity
@Table(name = "office", schema = "staff")
public class Office {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE)
    @SequenceGenerator(name = "offices", schema = "staff", sequenceName = "office_numbers", allocationSize = 1)
    Integer id;

    @Column(nullable = false, length = 30)
    String town;

    @ManyToOne
    Office head;
}

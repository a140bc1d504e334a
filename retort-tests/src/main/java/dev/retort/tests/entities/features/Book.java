package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "books")
public class Book extends Item {

    @Column(length = 13, unique = true)
    String isbn;

    Integer pages;
}

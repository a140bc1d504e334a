package dev.retort.tests.entities.collated;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalTime;

/** Columns whose texts the database compares in its own way, and one with part of a second. */
@Entity
@Table(name = "tokens")
public class Token {

    @Id
    long id;

    @Column(length = 40)
    String code;

    @Column(length = 10, nullable = false)
    String kind;

    @Column(length = 10)
    String owner;

    @Column(columnDefinition = "varchar(10) character set ascii")
    String plain;

    @Column(columnDefinition = "time(2) default '10:00:00.5'")
    LocalTime opened;
}

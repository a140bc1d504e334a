package dev.retort.tests.entities.conventional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;

/** Constraints and indexes with and without names. */
@Entity
@Table(
        name = "authors",
        indexes = {
            @Index(columnList = "family_name, given_name"),
            @Index(columnList = "given_name, family_name", unique = true),
            @Index(name = "own_index", columnList = "email")
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "own_key",
                        columnNames = {"email", "given_name"}))
@Check(name = "born", constraints = "birth_year > 1000")
public class Author {

    /** Three of them. */
    public enum Mood {
        GOOD,
        BAD,
        MIXED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(name = "given_name", length = 60)
    String givenName;

    @Column(name = "family_name", length = 60)
    String familyName;

    @Column(length = 100, unique = true)
    String email;

    @Column(name = "birth_year")
    int birthYear;

    @Enumerated(EnumType.ORDINAL)
    Mood mood;
}

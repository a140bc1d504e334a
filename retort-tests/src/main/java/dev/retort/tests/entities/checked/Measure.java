package dev.retort.tests.entities.checked;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Columns with conditions of their own. */
@Entity
@Table(name = "measures")
public class Measure {

    /** Three of them. */
    public enum Level {
        LOW,
        MIDDLE,
        HIGH
    }

    @Id
    long id;

    @Enumerated(EnumType.ORDINAL)
    @Column(nullable = false)
    Level level;

    @Column(columnDefinition = "smallint check (size > 3)")
    Short size;
}

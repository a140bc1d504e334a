package dev.retort.tests.entities.definitions;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;

/** Columns that are defined in SQL. */
@Entity
@Table(name = "parts")
public class Part {

    @Id
    long id;

    @Column(columnDefinition = "varchar(77) default 'x'")
    String name;

    @Column(columnDefinition = "varchar(77) not null")
    String maker;

    @Column(columnDefinition = "varchar(77) not null", nullable = false)
    String dealer;

    @Column(columnDefinition = "integer default 0")
    int stock;

    @Column(columnDefinition = "boolean default false not null")
    boolean spare;

    @Column(columnDefinition = "decimal(10, 2) null default -1.50")
    BigDecimal price;

    @Column(columnDefinition = "timestamp default current_timestamp")
    LocalDateTime arrived;

    @Column(columnDefinition = "integer check (weight > 3)")
    int weight;

    @Column(columnDefinition = "integer constraint parts_width_low check (width > 3 and width < 10) not null")
    int width;

    @Column(columnDefinition = "varchar(20) unique")
    String code;

    @Column(columnDefinition = "bigint references racks(id)")
    Long rack;

    @Column(name = "second_rack", columnDefinition = "bigint references racks on delete cascade")
    Long secondRack;
}

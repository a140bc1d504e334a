package dev.retort.tests.entities.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(
        name = "customers",
        indexes = @Index(name = "ix_customers_name", columnList = "name"),
        uniqueConstraints = @UniqueConstraint(name = "uq_customers_email", columnNames = "email"))
@Comment("Who buys")
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 40)
    String name;

    @Column(nullable = false, length = 200)
    String email;

    @ColumnDefault("0")
    @Column(nullable = false)
    Integer visits;

    @Column(name = "telefax", length = 33)
    String fax;

    @Column(name = "country_code", nullable = false, length = 2)
    String countryCode;
}

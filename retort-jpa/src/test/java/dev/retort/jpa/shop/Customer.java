package dev.retort.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

/** Somebody who buys and collects points. */
@Entity
@Table(name = "customers", indexes = @Index(name = "ix_customers_name", columnList = "name"))
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 100)
    String name;

    @Column(nullable = false, unique = true)
    String email;

    @Column(length = 20)
    @Comment("with the country's code")
    String phone;

    @Column(name = "loyalty_points", nullable = false)
    @ColumnDefault("0")
    Integer loyaltyPoints;
}

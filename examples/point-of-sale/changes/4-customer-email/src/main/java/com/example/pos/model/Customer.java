package com.example.pos.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** Somebody who buys. */
@Entity
@Table(name = "customers", indexes = @Index(name = "ix_customers_phone", columnList = "phone"))
public class Customer extends BaseModel {

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, unique = true, length = 320)
    private String email;

    private String phone;

    @ColumnDefault("0")
    @Column(name = "loyalty_points", nullable = false)
    private Integer loyaltyPoints = 0;
}

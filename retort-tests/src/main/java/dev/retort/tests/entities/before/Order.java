package dev.retort.tests.entities.before;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "orders")
public class Order {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, precision = 10, scale = 2)
    BigDecimal total;

    @Column(name = "customer_id", nullable = false)
    long customer;
}

package com.example.pos.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;

/** What a customer has bought. */
@Entity
@Table(name = "orders")
public class Order extends BaseModel {

    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_orders_customer"))
    private Customer customer;

    @ManyToOne
    @JoinColumn(name = "cashier_id", foreignKey = @ForeignKey(name = "fk_orders_cashier"))
    private User cashier;

    @Column(nullable = false, precision = 10, scale = 2)
    private BigDecimal total;
}

package dev.retort.tests.entities.after;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import org.hibernate.annotations.Check;

@Entity
@Table(name = "orders")
@Check(name = "ck_orders_total", constraints = "total >= 0")
public class Order {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false, precision = 12, scale = 2)
    BigDecimal total;

    @ManyToOne(optional = false)
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_orders_customer"))
    Customer customer;
}

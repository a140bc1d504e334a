package dev.retort.tests.entities.after;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

@Entity
@Table(name = "refunds")
public class Refund {

    @Id
    long id;

    @ManyToOne
    Order order;

    String reason;
}

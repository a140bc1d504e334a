package dev.retort.tests.entities.schemas;

import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** In another schema, numbered by a sequence there. */
@Entity
@Table(name = "invoices", schema = "sales")
public class Invoice {

    @Id
    @GeneratedValue(generator = "numbers")
    @SequenceGenerator(name = "numbers", sequenceName = "invoice_numbers", schema = "sales")
    Long id;

    @ManyToOne
    @JoinColumn(name = "customer_id", foreignKey = @ForeignKey(name = "fk_invoices_customer"))
    Customer customer;
}

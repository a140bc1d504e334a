package dev.retort.tests.entities.features;

import jakarta.persistence.DiscriminatorValue;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

@Entity
@DiscriminatorValue("EXTENSION")
public class Extension extends Loan {

    @ManyToOne
    @JoinColumn(name = "earlier_branch", referencedColumnName = "branch")
    @JoinColumn(name = "earlier_number", referencedColumnName = "number")
    Loan earlier;
}

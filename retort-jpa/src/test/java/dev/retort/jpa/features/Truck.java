package dev.retort.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "truck")
public class Truck extends Vehicle {

    float load;
}

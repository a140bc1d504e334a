package dev.retort.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;

@Entity
@Table(name = "employee")
public class Employee extends Person {

    LocalDate hired;
}

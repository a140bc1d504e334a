package dev.retort.tests.entities.features;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;

@Entity
@Table(name = "employees")
public class Employee {

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "employees")
    @TableGenerator(name = "employees", table = "id_numbers")
    long id;

    @ManyToOne(optional = false)
    Branch branch;
}

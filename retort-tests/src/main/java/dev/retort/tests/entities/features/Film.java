package dev.retort.tests.entities.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalTime;

@Entity
@Table(name = "films")
public class Film extends Item {

    LocalTime length;

    char rating;
}

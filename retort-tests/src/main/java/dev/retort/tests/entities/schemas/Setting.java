package dev.retort.tests.entities.schemas;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** In the default schema, by its name. */
@Entity
@Table(name = "settings", schema = "public")
public class Setting {

    @Id
    String name;
}

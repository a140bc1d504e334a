package dev.retort.tests.entities.reckoned;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

/** Has words that a database may reckon out. */
@Entity
@Table(name = "parcels")
@Check(name = "ck_parcels_weight", constraints = "weight < 20 * 1000 and trim(label) <> ''")
public class Parcel {

    @Id
    long id;

    @ColumnDefault("2 * 500")
    int weight;

    @ColumnDefault("lower('NEW')")
    String label;
}

package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.Lob;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;

@Entity
@Table(name = "items")
@Inheritance(strategy = InheritanceType.JOINED)
public abstract class Item {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "items")
    @SequenceGenerator(name = "items", sequenceName = "item_numbers", initialValue = 1000, allocationSize = 20)
    Long id;

    @Column(nullable = false)
    String title;

    @ColumnDefault("-1")
    short shelf;

    @ColumnDefault("1.5")
    double weight;

    float width;

    @GeneratedColumn("shelf + 1")
    int neighbour;

    @GeneratedColumn("replace(title, 'X', 'Yz')")
    String renamed;

    @Lob
    String summary;

    @Lob
    byte[] cover;
}

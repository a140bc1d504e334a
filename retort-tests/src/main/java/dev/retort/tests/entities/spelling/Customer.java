package dev.retort.tests.entities.spelling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.hibernate.annotations.Check;

/** Spelled as Java spells. */
@Entity
@Table(indexes = @Index(name = "ix_first_name", columnList = "firstName"))
@Check(name = "ck_first_name", constraints = "firstName <> ''")
public class Customer {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false)
    String firstName;

    @ManyToOne
    @JoinColumn(name = "boss_id", foreignKey = @ForeignKey(name = "fk_boss"))
    Customer boss;

    String eMail;
}

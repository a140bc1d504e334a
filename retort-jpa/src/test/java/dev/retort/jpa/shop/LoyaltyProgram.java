package dev.retort.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** What points are worth. */
@Entity
@Table(name = "loyalty_programs")
public class LoyaltyProgram {

    @Id
    @GeneratedValue
    Long id;

    @Column(nullable = false)
    String name;

    @Column(name = "points_per_dollar")
    @ColumnDefault("1.0")
    Double pointsPerDollar;

    @Column(name = "min_points_redemption")
    @ColumnDefault("100")
    Integer minPointsRedemption;
}

package com.example.pos.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** How points are earned and spent. */
@Entity
@Table(name = "loyalty_programs")
public class LoyaltyProgram extends BaseModel {

    @Column(nullable = false)
    private String name;

    @ColumnDefault("1.0")
    @Column(name = "points_per_dollar")
    private Double pointsPerDollar = 1.0;

    @ColumnDefault("100")
    @Column(name = "min_points_redemption")
    private Integer minPointsRedemption = 100;
}

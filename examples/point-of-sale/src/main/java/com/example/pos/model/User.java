package com.example.pos.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.ColumnDefault;

/** Somebody who works at the till. */
@Entity
@Table(name = "users")
public class User extends BaseModel {

    /** What a user may do. */
    public enum Role {
        CASHIER,
        MANAGER
    }

    @Column(nullable = false, unique = true, length = 50)
    private String username;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    private Role role;

    @ColumnDefault("true")
    @Column(name = "is_active", nullable = false)
    private boolean active = true;
}

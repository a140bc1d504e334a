package dev.retort.jpa.shop;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.util.UUID;
import org.hibernate.annotations.ColumnDefault;

/** Somebody who may log in. */
@Entity
@Table(
        name = "users",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_users_login_role",
                        columnNames = {"login", "role"}))
public class User {

    /** What a user may do. */
    public enum Role {
        ADMIN,
        CASHIER
    }

    @Id
    UUID id;

    @Column(nullable = false, length = 40)
    String login;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 20)
    Role role;

    @Column(name = "is_active", nullable = false)
    @ColumnDefault("true")
    boolean active;
}

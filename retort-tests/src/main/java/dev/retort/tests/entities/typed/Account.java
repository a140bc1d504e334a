package dev.retort.tests.entities.typed;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** With a type of its own in the database, and an array that says how long it may get. */
@Entity
@Table(name = "accounts")
public class Account {

    /** What somebody may do. */
    public enum Role {
        USER,
        ADMIN,
        OWNER
    }

    @Id
    Long id;

    @JdbcTypeCode(SqlTypes.NAMED_ENUM)
    Role role;

    @Array(length = 5)
    String[] tags;
}

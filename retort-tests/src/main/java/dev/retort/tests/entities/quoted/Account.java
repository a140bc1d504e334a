package dev.retort.tests.entities.quoted;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** With names in quotes, in lower case and in both. */
@Entity
@Table(
        name = "`account`",
        indexes = {
            @Index(name = "ix_account_name", columnList = "`user_name`"),
            @Index(name = "`ix_account_code`", columnList = "`Code`, `id`")
        },
        uniqueConstraints = @UniqueConstraint(name = "uq_account_code", columnNames = "`Code`"))
public class Account {

    @Id
    @Column(name = "`id`")
    Long id;

    @Column(name = "`user_name`", length = 50)
    String name;

    @Column(name = "`Code`", length = 20)
    String code;

    @ManyToOne
    @JoinColumn(name = "`boss`", foreignKey = @ForeignKey(name = "fk_account_boss"))
    Account boss;
}

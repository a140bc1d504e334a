package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;

@Entity
@Table(name = "loans")
@Inheritance(strategy = InheritanceType.SINGLE_TABLE)
@DiscriminatorColumn(name = "loan_type", length = 12)
public class Loan {

    @EmbeddedId
    Slip slip;

    @ManyToOne(optional = false)
    @JoinColumn(name = "member_id", foreignKey = @ForeignKey(name = "fk_loans_member"))
    @OnDelete(action = OnDeleteAction.CASCADE)
    Member member;

    @ManyToOne(optional = false)
    @JoinColumn(name = "item_id", foreignKey = @ForeignKey(name = "fk_loans_item"))
    Item item;

    OffsetDateTime due;

    /** What a loan is known by. */
    @Embeddable
    public static class Slip implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(length = 5)
        String branch;

        int number;

        @Override
        public boolean equals(Object other) {
            return other instanceof Slip that && Objects.equals(branch, that.branch) && number == that.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(branch, number);
        }
    }
}

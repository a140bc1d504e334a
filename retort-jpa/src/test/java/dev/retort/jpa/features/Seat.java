package dev.retort.jpa.features;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;

@Entity
@Table(
        name = "seat",
        indexes = {
            @Index(name = "ix_seat_label", columnList = "label desc, place"),
            @Index(name = "ux_seat_badge", columnList = "badge", unique = true)
        })
public class Seat {

    @EmbeddedId
    Place place;

    @ColumnDefault("'window''s'")
    @Column(length = 30)
    String label;

    @ColumnDefault("current_timestamp")
    java.time.LocalDateTime since;

    @Check(constraints = "badge > 0")
    Integer badge;

    @OneToOne
    @JoinColumn(name = "holder_id")
    Person holder;

    @ManyToOne
    @JoinColumn(name = "left_hall", referencedColumnName = "hall")
    @JoinColumn(name = "left_place", referencedColumnName = "place")
    Seat left;

    /** Where a seat is. */
    @Embeddable
    public static class Place implements Serializable {

        private static final long serialVersionUID = 1L;

        @Column(length = 5)
        String hall;

        int place;

        @Override
        public boolean equals(Object other) {
            return other instanceof Place that && Objects.equals(hall, that.hall) && place == that.place;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, place);
        }
    }
}

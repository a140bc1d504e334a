package dev.retort.jpa.features;

import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.time.OffsetDateTime;

@Entity
public class Invoice extends Document {

    /** How far it is. */
    public enum State {
        OPEN,
        PAID
    }

    @Enumerated
    State state;

    OffsetDateTime due;
}

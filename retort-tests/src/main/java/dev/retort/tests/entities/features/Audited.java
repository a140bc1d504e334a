package dev.retort.tests.entities.features;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

@MappedSuperclass
public abstract class Audited {

    @Version
    int version;

    @Column(name = "changed_at")
    Instant changedAt;

    @ColumnDefault("current_timestamp")
    @Column(name = "created_at", nullable = false)
    LocalDateTime createdAt;
}

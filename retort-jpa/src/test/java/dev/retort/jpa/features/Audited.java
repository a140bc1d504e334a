package dev.retort.jpa.features;

import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.LocalDateTime;

@MappedSuperclass
public abstract class Audited {

    @Version
    int version;

    @Column(name = "changed_at")
    LocalDateTime changedAt;
}

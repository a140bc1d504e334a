package dev.retort.tests.entities.moments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.ColumnDefault;

/** Columns that an UPDATE sets. */
@Entity
@Table(name = "visits")
public class Visit {

    @Id
    long id;

    @Column(columnDefinition = "datetime(6) default current_timestamp(6) on update current_timestamp(6)")
    LocalDateTime exact;

    @Column(columnDefinition = "timestamp(3) null default null on update current_timestamp(3)")
    LocalDateTime changed;

    @Column(columnDefinition = "timestamp default current_timestamp on update current_timestamp not null")
    LocalDateTime seen;

    @Column(columnDefinition = "datetime(6) on update current_timestamp(6)")
    @ColumnDefault("current_timestamp(6)")
    LocalDateTime apart;
}

package dev.retort.jpa.features;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "\"Group\"")
public class Group {

    @Id
    @Column(length = 10)
    String code;

    @Column(name = "`Display Name`")
    String displayName;

    @Column(name = "sortKey")
    int sortKey;
}

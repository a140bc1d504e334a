package dev.retort.jpa.features;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Inheritance;
import jakarta.persistence.InheritanceType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import java.util.Set;
import org.hibernate.annotations.Comment;

@Entity
@Table(name = "person")
@Comment("People of all kinds")
@Inheritance(strategy = InheritanceType.JOINED)
@SecondaryTable(name = "person_note")
public class Person extends Audited {

    @Id
    @Column(length = 36)
    String id;

    @Embedded
    Address address;

    @Convert(converter = YesNo.class)
    @Column(length = 3)
    Boolean member;

    @Column(table = "person_note", length = 4000)
    String note;

    @ElementCollection
    @CollectionTable(name = "person_phone", joinColumns = @JoinColumn(name = "person_id"))
    @Column(name = "phone", nullable = false, length = 20)
    Set<String> phones;

    @ManyToMany
    @JoinTable(
            name = "person_group",
            joinColumns = @JoinColumn(name = "person_id"),
            inverseJoinColumns = @JoinColumn(name = "group_code"))
    Set<Group> groups;
}

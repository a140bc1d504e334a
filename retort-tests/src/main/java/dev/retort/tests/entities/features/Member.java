package dev.retort.tests.entities.features;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;

@Entity
@Table(
        name = "members",
        indexes = {
            @Index(name = "ix_members_name", columnList = "name desc, born"),
            @Index(name = "ux_members_card", columnList = "card", unique = true)
        },
        uniqueConstraints =
                @UniqueConstraint(
                        name = "uq_members_name_born",
                        columnNames = {"name", "born"}))
@Check(name = "ck_members_discount", constraints = "discount >= 0 and discount < 1")
@Comment("Who may borrow, and it's said with a quote")
public class Member extends Audited {

    /** What a member is. */
    public enum Kind {
        CHILD,
        ADULT,
        INSTITUTION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    @Column(nullable = false, length = 100)
    String name;

    LocalDate born;

    @Column(nullable = false, unique = true)
    String email;

    @Column(length = 20)
    @Comment("with the country's code")
    String phone;

    @Column(nullable = false)
    UUID card;

    @Enumerated(EnumType.STRING)
    @ColumnDefault("'ADULT'")
    @Column(nullable = false, length = 20)
    Kind kind;

    @Enumerated
    Kind formerKind;

    @ColumnDefault("0.05")
    @Column(nullable = false, precision = 5, scale = 4)
    BigDecimal discount;

    @ColumnDefault("true")
    @Column(name = "is_active", nullable = false)
    boolean active;

    @ColumnDefault("'it''s -- none; yet'")
    @Column(length = 60)
    String remark;

    @Embedded
    Address home;

    @Embedded
    @AttributeOverride(name = "street", column = @Column(name = "office_street", length = 120))
    @AttributeOverride(name = "city", column = @Column(name = "office_city"))
    Address office;

    @ManyToOne
    @JoinColumn(name = "guardian_id")
    Member guardian;

    @ElementCollection
    @CollectionTable(name = "member_languages", joinColumns = @JoinColumn(name = "member_id"))
    @Column(name = "language", nullable = false, length = 8)
    Set<String> languages;

    @ManyToMany
    @JoinTable(
            name = "member_wishes",
            joinColumns = @JoinColumn(name = "member_id"),
            inverseJoinColumns = @JoinColumn(name = "item_id"))
    Set<Item> desired;
}

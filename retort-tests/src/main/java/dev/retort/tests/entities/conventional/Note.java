package dev.retort.tests.entities.conventional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;

/** Names that are too long together, and two tables that refer to one another. */
@Entity
@Table(name = "notes_on_whatever_came_to_mind", indexes = @Index(columnList = "the_place_at_which_it_was_written_down"))
public class Note {

    @Id
    long id;

    @ManyToOne
    @JoinColumn(name = "author_id")
    Author author;

    @ManyToOne
    @JoinColumn(name = "the_one_who_has_checked_it_in_the_end")
    Author checker;

    @Column(name = "the_place_at_which_it_was_written_down", length = 80, unique = true)
    String place;
}

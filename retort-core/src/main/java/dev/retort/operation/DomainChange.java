package dev.retort.operation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A change of one property of a domain. Cases may be added. */
public sealed interface DomainChange {

    /** The change that takes this one back; empty if what was before is not known. */
    Optional<DomainChange> reverse();

    String describe();

    /**
     * Another default, or none.
     *
     * @param to the default, in the database's SQL; null for none
     * @param was the default before; null for none
     * @param reversible whether the default before is stated
     */
    record Default(@Nullable String to, @Nullable String was, boolean reversible) implements DomainChange {

        @Override
        public Optional<DomainChange> reverse() {
            return reversible ? Optional.of(new Default(was, to, true)) : Optional.empty();
        }

        @Override
        public String describe() {
            return to == null ? "no default" : "default";
        }
    }

    /** Another nullability. */
    record Nullability(boolean nullable) implements DomainChange {

        @Override
        public Optional<DomainChange> reverse() {
            return Optional.of(new Nullability(!nullable));
        }

        @Override
        public String describe() {
            return nullable ? "nullable" : "not null";
        }
    }

    /**
     * Another check, which the existing values must satisfy.
     *
     * @param condition what holds for a {@code VALUE}, in the database's SQL
     */
    record AddedCheck(String name, String condition) implements DomainChange {

        @Override
        public Optional<DomainChange> reverse() {
            return Optional.of(new DroppedCheck(name, condition));
        }

        @Override
        public String describe() {
            return "with check " + name;
        }
    }

    /**
     * A check less.
     *
     * @param was its condition; null if it is not known
     */
    record DroppedCheck(String name, @Nullable String was) implements DomainChange {

        @Override
        public Optional<DomainChange> reverse() {
            return Optional.ofNullable(was).map(condition -> new AddedCheck(name, condition));
        }

        @Override
        public String describe() {
            return "without check " + name;
        }
    }
}

package dev.retort.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a database can do: everything except what is declared here, each with the reason. Start from {@link #ALL}; the methods return a
 * changed copy.
 */
public final class Capabilities {

    /** A database that can do everything. */
    public static final Capabilities ALL = new Capabilities(Map.of());

    /** What happens to an operation that needs a capability. */
    private enum Outcome {
        /** It is refused before anything runs. */
        REFUSED,
        /** It is refused offline, and runs on a connection. */
        REFUSED_OFFLINE,
        /** It runs, without the property. */
        LEFT_OUT
    }

    /**
     * Why a database lacks a capability.
     *
     * @param because the reason, as a clause
     */
    private record Lack(String because, Outcome outcome) {}

    private final Map<Capability, Lack> lacks;

    private Capabilities(Map<Capability, Lack> lacks) {
        this.lacks = lacks;
    }

    /** Without a capability; operations that need it are refused before anything runs. */
    public Capabilities refusing(Capability capability, String because) {
        return lacking(capability, new Lack(because, Outcome.REFUSED));
    }

    /** With a capability that needs a connection; operations that need it are refused offline. */
    public Capabilities refusingOffline(Capability capability, String because) {
        return lacking(capability, new Lack(because, Outcome.REFUSED_OFFLINE));
    }

    /** Without a capability; operations that need it run without the property. */
    public Capabilities leavingOut(Capability capability, String because) {
        return lacking(capability, new Lack(because, Outcome.LEFT_OUT));
    }

    private Capabilities lacking(Capability capability, Lack lack) {
        Map<Capability, Lack> more = new EnumMap<>(Capability.class);
        more.putAll(lacks);
        if (more.put(capability, lack) != null) {
            throw new IllegalArgumentException(capability + " is said to be lacking twice.");
        }
        return new Capabilities(more);
    }

    /** Whether the database can do something. */
    public boolean has(Capability capability) {
        return lack(capability)
                .filter(lack -> lack.outcome() != Outcome.REFUSED_OFFLINE)
                .isEmpty();
    }

    /** Whether the database can do all of several things. */
    public boolean has(Iterable<Capability> several) {
        for (Capability capability : several) {
            if (!has(capability)) {
                return false;
            }
        }
        return true;
    }

    /** Whether an operation that needs a capability is refused. */
    public boolean refuses(Capability capability) {
        return lack(capability)
                .filter(lack -> lack.outcome() == Outcome.REFUSED)
                .isPresent();
    }

    /** Whether an operation that needs a capability is refused offline. */
    boolean refusesOffline(Capability capability) {
        return lack(capability)
                .filter(lack -> lack.outcome() != Outcome.LEFT_OUT)
                .isPresent();
    }

    /** The capabilities whose properties are left out. */
    public Set<Capability> leftOut() {
        Set<Capability> leftOut = EnumSet.allOf(Capability.class);
        leftOut.removeIf(capability -> has(capability) || refuses(capability));
        return leftOut;
    }

    /** Why the database lacks a capability, as a clause; empty if it has it. */
    public Optional<String> why(Capability capability) {
        return lack(capability).map(Lack::because);
    }

    private Optional<Lack> lack(Capability capability) {
        Lack lack = lacks.get(capability);
        return lack != null ? Optional.of(lack) : capability.implies().flatMap(this::lack);
    }
}

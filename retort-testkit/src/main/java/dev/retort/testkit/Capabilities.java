package dev.retort.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a database can do: everything but what is said here, each with the reason. To be made from {@link #ALL}; its methods return a
 * changed copy.
 */
public final class Capabilities {

    /** A database that can do everything. */
    public static final Capabilities ALL = new Capabilities(Map.of());

    /** What becomes of an operation that asks for something. */
    private enum Outcome {
        /** It is refused before anything runs. */
        REFUSED,
        /** It is refused in a script that is made without a connection, and runs on one. */
        REFUSED_OFFLINE,
        /** It runs without it. */
        LEFT_OUT
    }

    /**
     * Why a database cannot do something.
     *
     * @param because the reason, as a clause
     */
    private record Lack(String because, Outcome outcome) {}

    private final Map<Capability, Lack> lacks;

    private Capabilities(Map<Capability, Lack> lacks) {
        this.lacks = lacks;
    }

    /** Without something that is refused before anything runs. */
    public Capabilities refusing(Capability capability, String because) {
        return lacking(capability, new Lack(because, Outcome.REFUSED));
    }

    /** With something that can only be said on a connection, so that a script without one is refused. */
    public Capabilities refusingOffline(Capability capability, String because) {
        return lacking(capability, new Lack(because, Outcome.REFUSED_OFFLINE));
    }

    /** Without something that is left out where it is asked for. */
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

    /** Whether an operation that needs something is refused. */
    public boolean refuses(Capability capability) {
        return lack(capability)
                .filter(lack -> lack.outcome() == Outcome.REFUSED)
                .isPresent();
    }

    /** Whether such an operation is refused where there is no connection. */
    boolean refusesOffline(Capability capability) {
        return lack(capability)
                .filter(lack -> lack.outcome() != Outcome.LEFT_OUT)
                .isPresent();
    }

    /** What the database is said to lack, and is left out where it is asked for. */
    public Set<Capability> leftOut() {
        Set<Capability> leftOut = EnumSet.allOf(Capability.class);
        leftOut.removeIf(capability -> has(capability) || refuses(capability));
        return leftOut;
    }

    /** Why the database cannot do something, as a clause; empty when it can. */
    public Optional<String> why(Capability capability) {
        return lack(capability).map(Lack::because);
    }

    private Optional<Lack> lack(Capability capability) {
        Lack lack = lacks.get(capability);
        return lack != null ? Optional.of(lack) : capability.implies().flatMap(this::lack);
    }
}

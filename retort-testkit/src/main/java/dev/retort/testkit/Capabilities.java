package dev.retort.testkit;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
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

    /**
     * Why a database cannot do something.
     *
     * @param because the reason, as a clause
     * @param refused whether an operation that needs it is refused, or runs without it
     */
    private record Lack(String because, boolean refused) {}

    private final Map<Capability, Lack> lacks;

    private Capabilities(Map<Capability, Lack> lacks) {
        this.lacks = lacks;
    }

    /** Without something that is refused before anything runs. */
    public Capabilities refusing(Capability capability, String because) {
        return lacking(capability, new Lack(because, true));
    }

    /** Without something that is left out where it is asked for. */
    public Capabilities leavingOut(Capability capability, String because) {
        return lacking(capability, new Lack(because, false));
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
        return lack(capability).isEmpty();
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
        return lack(capability).filter(Lack::refused).isPresent();
    }

    /** What the database is said to lack, and is left out where it is asked for. */
    public Set<Capability> leftOut() {
        Set<Capability> leftOut = EnumSet.allOf(Capability.class);
        leftOut.removeIf(capability -> has(capability) || refuses(capability));
        return leftOut;
    }

    private Optional<Lack> lack(Capability capability) {
        Lack lack = lacks.get(capability);
        return lack != null ? Optional.of(lack) : capability.implies().flatMap(this::lack);
    }

    /** What the database is said to lack, with the reason of each, as a clause behind "because". */
    public Map<Capability, String> reasons() {
        Map<Capability, String> reasons = new LinkedHashMap<>();
        for (Capability capability : Capability.values()) {
            lack(capability).ifPresent(lack -> reasons.put(capability, lack.because()));
        }
        return reasons;
    }
}

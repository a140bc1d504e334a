package dev.retort.dialect;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Describes the running process, for others to read while a lock is held. */
public final class LockHolder {

    private LockHolder() {}

    /** The process, its host and the time. */
    public static String thisProcess() {
        return "process " + ProcessHandle.current().pid() + " on " + HostName.local() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }
}

package dev.retort.dialect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The name of this machine, without using the network, where a lookup could take seconds. */
public final class HostName {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/hostname");

    private HostName() {}

    /** The name in the environment or the kernel; {@code unknown} if neither has one. */
    public static String local() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            String name = System.getenv(variable);
            if (name != null && !name.isEmpty()) {
                return name;
            }
        }
        try {
            return Files.readString(KERNEL).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }
}

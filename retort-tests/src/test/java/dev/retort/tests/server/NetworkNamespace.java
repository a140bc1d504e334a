package dev.retort.tests.server;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A network of its own, joined to this machine's by a cable that can lose all that is sent on it. Needs Linux, root and the program {@code ip}:
 * https://man7.org/linux/man-pages/man8/ip-netns.8.html
 */
public final class NetworkNamespace implements AutoCloseable {

    /** Networks of two addresses, in the range that is kept for tests of networks: 198.18.0.0/15. */
    private static final int NETWORKS = 1 << 15;

    /** An address on the cable that neither end has. */
    private static final String NOBODY = "02:00:00:00:00:01";

    private static final AtomicInteger MADE = new AtomicInteger();

    private final String name;
    private final String outerEnd;
    private final InetAddress address;
    private final InetAddress inner;

    private NetworkNamespace(String name, String outerEnd, InetAddress address, InetAddress inner) {
        this.name = name;
        this.outerEnd = outerEnd;
        this.address = address;
        this.inner = inner;
    }

    /** Makes one, or says what is lacking and leaves nothing. */
    public static NetworkNamespace create() throws IOException {
        long pid = ProcessHandle.current().pid();
        int number = MADE.getAndIncrement();
        int network = (int) ((pid * 16 + number) % NETWORKS) * 4;
        byte[] outer = {(byte) 198, (byte) (18 + (network >> 16)), (byte) (network >> 8), (byte) (network + 1)};
        byte[] inner = outer.clone();
        inner[3]++;
        String suffix = Long.toString(pid, Character.MAX_RADIX) + "-" + number;
        NetworkNamespace made = new NetworkNamespace(
                "retort-" + suffix,
                "retort" + suffix,
                InetAddress.getByAddress(outer),
                InetAddress.getByAddress(inner));
        boolean whole = false;
        try {
            made.build();
            whole = true;
            return made;
        } finally {
            if (!whole) {
                made.remove();
            }
        }
    }

    private void build() throws IOException {
        ip("netns", "add", name);
        ip("link", "add", outerEnd, "type", "veth", "peer", "name", "inner", "netns", name);
        ip("address", "add", address.getHostAddress() + "/30", "dev", outerEnd);
        ip("link", "set", outerEnd, "up");
        ip("-netns", name, "address", "add", inner.getHostAddress() + "/30", "dev", "inner");
        ip("-netns", name, "link", "set", "inner", "up");
    }

    /** The address under which this machine is reached from inside. */
    public InetAddress address() {
        return address;
    }

    /** What stands before a command that is to run inside. */
    public String prefix() {
        return "ip netns exec " + name + " ";
    }

    /** Whether a process inside has connections, and the other ends have acknowledged all that was sent on them. */
    public static boolean allIsAcknowledged(Process inside) throws IOException {
        List<String> connections = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            List<String> lines = Files.readAllLines(Path.of("/proc", Long.toString(inside.pid()), "net", table));
            connections.addAll(lines.subList(1, lines.size()));
        }
        return !connections.isEmpty()
                && connections.stream()
                        .allMatch(connection ->
                                connection.strip().split("\\s+", -1)[4].startsWith("00000000:"));
    }

    /** From now on every packet is lost, in both directions; nobody is told. */
    public void loseAllPackets() throws IOException {
        ip("neighbour", "replace", inner.getHostAddress(), "lladdr", NOBODY, "dev", outerEnd, "nud", "permanent");
        ip(
                "-netns",
                name,
                "neighbour",
                "replace",
                address.getHostAddress(),
                "lladdr",
                NOBODY,
                "dev",
                "inner",
                "nud",
                "permanent");
    }

    /** Lets the system inside send a packet again for six seconds, instead of a quarter of an hour, before it gives up. */
    public void giveUpAfterSixSeconds() throws IOException {
        ip("netns", "exec", name, "sh", "-c", "echo 4 >/proc/sys/net/ipv4/tcp_retries2");
    }

    @Override
    public void close() throws IOException {
        ip("link", "delete", outerEnd);
        ip("netns", "delete", name);
    }

    /** What is not there cannot be deleted, and need not be. */
    private void remove() {
        for (List<String> thing : List.of(List.of("link", "delete", outerEnd), List.of("netns", "delete", name))) {
            try {
                ip(thing.toArray(String[]::new));
            } catch (IOException absent) {
                System.getLogger(NetworkNamespace.class.getName())
                        .log(System.Logger.Level.DEBUG, "Was not made.", absent);
            }
        }
    }

    private static void ip(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IOException(said);
            }
        } catch (IOException refused) {
            throw new IOException(
                    "A network of its own needs Linux, root and the program 'ip'; '" + String.join(" ", command)
                            + "' failed: " + refused.getMessage(),
                    refused);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.retort.tests.server;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Passes on what a client and a server say, until it falls silent: then it takes all that is said and passes nothing on. */
public final class SilentProxy implements AutoCloseable {

    private final URI server;
    private final ServerSocket listening;
    private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private volatile boolean silent;

    private SilentProxy(URI server, InetAddress address) throws IOException {
        this.server = server;
        this.listening = new ServerSocket(0, 50, address);
    }

    /** A proxy before the server of a database. */
    public static SilentProxy before(TestDatabase database) throws IOException {
        return before(database, InetAddress.getLoopbackAddress());
    }

    /** A proxy before the server of a database, at an address of this machine. */
    public static SilentProxy before(TestDatabase database, InetAddress address) throws IOException {
        SilentProxy proxy = new SilentProxy(URI.create(database.jdbcUrl().substring("jdbc:".length())), address);
        proxy.threads.execute(proxy::listen);
        return proxy;
    }

    /** The address of the database behind it. */
    public String jdbcUrl() {
        return "jdbc:" + server.getScheme() + "://" + listening.getInetAddress().getHostAddress() + ":"
                + listening.getLocalPort() + server.getPath();
    }

    /** From now on nothing is passed on, on old connections and new ones. */
    public void fallSilent() {
        silent = true;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket behind = new Socket(InetAddress.getAllByName(server.getHost())[0], server.getPort());
                open.add(client);
                open.add(behind);
                threads.execute(() -> pass(client, behind));
                threads.execute(() -> pass(behind, client));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] bytes = new byte[8192];
        try (to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
                if (!silent) {
                    out.write(bytes, 0, read);
                }
            }
        } catch (IOException gone) {
            System.getLogger(SilentProxy.class.getName())
                    .log(System.Logger.Level.DEBUG, "A client or the server has gone.", gone);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            listening.close();
            for (Closeable socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The proxy does not stop.", failed);
        }
    }
}

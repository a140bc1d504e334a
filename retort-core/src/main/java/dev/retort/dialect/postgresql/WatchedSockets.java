package dev.retort.dialect.postgresql;

import dev.retort.dialect.DialectProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.sql.Driver;
import java.util.Map;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Creates sockets that notice within a minute that their peer is gone. PostgreSQL's driver instantiates it by name. */
public final class WatchedSockets extends SocketFactory {

    /** By name, since not every system supports them. */
    private static final Map<String, Object> OPTIONS = Map.of(
            StandardSocketOptions.SO_KEEPALIVE.name(),
            true,
            "TCP_KEEPIDLE",
            (int) DialectProvider.KEEP_ALIVE_IDLE.toSeconds(),
            "TCP_KEEPINTERVAL",
            (int) DialectProvider.KEEP_ALIVE_INTERVAL.toSeconds(),
            "TCP_KEEPCOUNT",
            DialectProvider.KEEP_ALIVE_COUNT);

    /** Called by the driver. */
    public WatchedSockets() {}

    /** Whether a driver, which may have another class loader, can load this class. */
    static boolean canBeUsedBy(Driver driver) {
        Class<?> own = WatchedSockets.class;
        try {
            return Class.forName(own.getName(), false, driver.getClass().getClassLoader()) == own
                    && own.getModule()
                            .isExported(own.getPackageName(), driver.getClass().getModule());
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new Socket();
        for (SocketOption<?> option : socket.supportedOptions()) {
            if (OPTIONS.containsKey(option.name())) {
                set(socket, option, OPTIONS.get(option.name()));
            }
        }
        return socket;
    }

    private static <T> void set(Socket socket, SocketOption<T> option, Object value) throws IOException {
        socket.setOption(option, option.type().cast(value));
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port), new InetSocketAddress(localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port), null);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port), new InetSocketAddress(localAddress, localPort));
    }

    private Socket connected(InetSocketAddress address, @Nullable InetSocketAddress local) throws IOException {
        Socket socket = createSocket();
        try {
            socket.bind(local);
            socket.connect(address);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }
}

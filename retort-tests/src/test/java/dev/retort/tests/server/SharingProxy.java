package dev.retort.tests.server;

import dev.retort.tests.server.MessageStream.Message;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A small pooler. The first clients open the sessions of the server, each with its own login; who comes later gets one that is open.
 * A client is served by one thread, which passes on what it asks up to the end of a request and then what the server answers: for a
 * driver that waits for answers, and copies rows in by simple queries alone.
 */
final class SharingProxy {

    private static final int CANCEL = 80877102;
    private static final int ENCRYPT_BY_TLS = 80877103;
    private static final int ENCRYPT_BY_GSS = 80877104;

    private final URI server;
    private final PoolMode mode;
    private final ServerSocket listening;
    private final TestDatabase database;
    private final Semaphore unopened;
    private final BlockingQueue<ServerSession> free;
    private final Map<Integer, PooledClient> clients = new ConcurrentHashMap<>();
    private final AtomicInteger lastKey = new AtomicInteger();
    private volatile List<Message> parameters = List.of();
    private final Set<MessageStream> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private SharingProxy(TestDatabase database, PoolMode mode, int sessions) throws IOException {
        this.server = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        this.mode = mode;
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.database = Pooler.through(database, listening.getLocalPort(), this::stop);
        this.unopened = new Semaphore(sessions);
        this.free = new ArrayBlockingQueue<>(sessions, true);
    }

    static SharingProxy start(TestDatabase database, PoolMode mode, int sessions) {
        try {
            SharingProxy proxy = new SharingProxy(database, mode, sessions);
            proxy.threads.execute(proxy::listen);
            proxy.openSessions();
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException("The pooler does not start.", failed);
        }
    }

    /** The database behind it. */
    TestDatabase database() {
        return database;
    }

    PoolMode mode() {
        return mode;
    }

    /** Waits for a session that nobody uses: the one that has been free for the longest time. */
    ServerSession take() throws InterruptedException {
        return free.take();
    }

    void giveBack(ServerSession session) {
        free.add(session);
    }

    /** Opens another session in the place of one that cannot be used again. */
    void replace(ServerSession session) throws IOException {
        end(session.stream());
        unopened.release();
        if (!listening.isClosed()) {
            openSessions();
        }
    }

    private void openSessions() {
        while (unopened.availablePermits() > 0) {
            try (Connection client = database.open()) {
                client.clearWarnings();
            } catch (SQLException refused) {
                throw new IllegalStateException("The pooler opens no session of the server.", refused);
            }
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                MessageStream client = begin(listening.accept());
                threads.execute(() -> serve(client));
            } catch (IOException stopped) {
                return;
            }
        }
    }

    private MessageStream begin(Socket socket) throws IOException {
        MessageStream stream = new MessageStream(socket);
        open.add(stream);
        return stream;
    }

    private void end(MessageStream stream) throws IOException {
        open.remove(stream);
        stream.close();
    }

    private MessageStream connectToServer() throws IOException {
        return begin(new Socket(InetAddress.getAllByName(server.getHost())[0], server.getPort()));
    }

    private void serve(MessageStream stream) {
        try {
            try {
                Message first = stream.readStartUp();
                while (first.number(0) == ENCRYPT_BY_TLS || first.number(0) == ENCRYPT_BY_GSS) {
                    stream.refuseEncryption();
                    first = stream.readStartUp();
                }
                if (first.number(0) == CANCEL) {
                    cancel(first.number(1));
                } else {
                    serve(stream, first);
                }
            } finally {
                end(stream);
            }
        } catch (IOException gone) {
            System.getLogger(SharingProxy.class.getName())
                    .log(System.Logger.Level.DEBUG, "A client or the server has gone.", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(MessageStream stream, Message startUp) throws IOException, InterruptedException {
        int key = lastKey.incrementAndGet();
        PooledClient client = new PooledClient(this, stream);
        clients.put(key, client);
        try {
            if (unopened.tryAcquire()) {
                openSession(stream, startUp, key);
            } else {
                stream.write(Message.of('R', 0));
                for (Message parameter : parameters) {
                    stream.write(parameter);
                }
                stream.write(Message.of('K', key, 0));
                stream.write(ServerSession.IDLE);
            }
            stream.flush();
            client.serve();
        } finally {
            clients.remove(key);
        }
    }

    /** Opens a session with the login of a client, which does not see the key of the session. */
    private void openSession(MessageStream client, Message startUp, int key) throws IOException {
        MessageStream session = connectToServer();
        List<Message> reported = new ArrayList<>();
        Message sessionKey = Message.of('K', 0, 0);
        boolean opened = false;
        try {
            session.write(startUp);
            session.flush();
            while (!opened) {
                Message said = session.read();
                client.write(said.type() == 'K' ? Message.of('K', key, 0) : said);
                switch (said.type()) {
                    case 'K' -> sessionKey = said;
                    case 'R' -> passOnAnswer(client, session, said.number(0));
                    case 'S' -> reported.add(said);
                    case 'Z' -> opened = true;
                    default -> client.flush();
                }
            }
            parameters = reported;
            giveBack(new ServerSession(session, sessionKey));
        } finally {
            if (!opened) {
                unopened.release();
                end(session);
            }
        }
    }

    /** Passes on what a client answers to a request for its password; to some messages there is nothing to answer. */
    private static void passOnAnswer(MessageStream client, MessageStream session, int request) throws IOException {
        boolean answered = request != 0 && request != 12;
        if (answered) {
            client.flush();
            session.write(client.read());
            session.flush();
        }
    }

    /** Cancels what the server does for a client at this moment, if it does anything. */
    private void cancel(int key) throws IOException {
        PooledClient client = clients.get(key);
        ServerSession session = client == null ? null : client.session();
        if (session != null) {
            MessageStream request = connectToServer();
            request.write(session.cancellation());
            request.flush();
            end(request);
        }
    }

    private void stop() {
        try {
            listening.close();
            for (MessageStream stream : open) {
                stream.close();
            }
            threads.shutdownNow();
        } catch (IOException failed) {
            throw new UncheckedIOException("The pooler does not stop.", failed);
        }
    }
}

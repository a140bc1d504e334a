package dev.retort.tests.server;

import dev.retort.tests.server.MessageStream.Message;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A client of a {@link SharingProxy} after its start-up. */
final class PooledClient {

    /** Query, Sync and FunctionCall, and the ends of rows that the client copies in. */
    private static final String ENDS_OF_REQUESTS = "QSFcf";

    private static final char TERMINATE = 'X';
    private static final char COPY_IN = 'G';

    private final SharingProxy pooler;
    private final MessageStream stream;

    private volatile @Nullable ServerSession session;
    private boolean waiting = true;
    private boolean inTransaction;

    PooledClient(SharingProxy pooler, MessageStream stream) {
        this.pooler = pooler;
        this.stream = stream;
    }

    /** The session that it has at this moment. */
    @Nullable
    ServerSession session() {
        return session;
    }

    /** Passes messages on until the client disconnects or must be disconnected. */
    void serve() throws IOException, InterruptedException {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Message asked = stream.read();
                goesOn = asked.type() != TERMINATE && passOn(asked);
            }
        } catch (EOFException disconnected) {
            stream.close();
        } finally {
            leave();
        }
    }

    private boolean passOn(Message asked) throws IOException, InterruptedException {
        ServerSession server = session;
        if (server == null) {
            server = pooler.take();
            session = server;
        }
        waiting = false;
        server.stream().write(asked);
        if (ENDS_OF_REQUESTS.indexOf(asked.type()) < 0) {
            return true;
        }
        server.stream().flush();
        return passOnAnswer(server);
    }

    private boolean passOnAnswer(ServerSession server) throws IOException {
        Message said;
        try {
            said = server.stream().read();
            while (!ServerSession.endsAnswer(said) && said.type() != COPY_IN) {
                stream.write(said);
                said = server.stream().read();
            }
        } catch (EOFException serverGone) {
            stream.flush();
            throw serverGone;
        }
        if (said.type() != COPY_IN) {
            waiting = true;
            inTransaction = !ServerSession.isIdle(said);
            if (inTransaction && pooler.mode() == PoolMode.STATEMENT) {
                stream.write(Message.fatal("08P01", "This pooler shares sessions by statement: no transactions."));
                stream.flush();
                return false;
            }
            if (!inTransaction && pooler.mode() != PoolMode.SESSION) {
                session = null;
                pooler.giveBack(server);
            }
        }
        stream.write(said);
        stream.flush();
        return true;
    }

    /** Gives the session back as the next client may have it. */
    private void leave() throws IOException {
        ServerSession server = session;
        session = null;
        if (server == null) {
            return;
        }
        boolean usable = false;
        try {
            if (waiting) {
                if (inTransaction) {
                    server.run("ROLLBACK");
                }
                if (pooler.mode() == PoolMode.SESSION) {
                    server.run("DISCARD ALL");
                }
                usable = true;
            }
        } finally {
            if (usable) {
                pooler.giveBack(server);
            } else {
                pooler.replace(server);
            }
        }
    }
}

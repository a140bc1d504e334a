package dev.retort.tests.server;

import dev.retort.tests.server.MessageStream.Message;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A session of a server that clients of a pooler share.
 *
 * @param key what a request to cancel must bring along
 */
record ServerSession(MessageStream stream, Message key) {

    /** What a server says when it waits for a request, outside transactions. */
    static final Message IDLE = new Message('Z', ByteBuffer.wrap(new byte[] {'I'}));

    private static final int CANCEL = 80877102;

    /** Whether a message says that the server waits for a request, outside transactions or in one. */
    static boolean endsAnswer(Message said) {
        return said.type() == 'Z';
    }

    static boolean isIdle(Message said) {
        return said.body().equals(IDLE.body());
    }

    /** Runs a statement without telling anybody. */
    void run(String sql) throws IOException {
        stream.write(Message.query(sql));
        stream.flush();
        while (!endsAnswer(stream.read())) {
            // Nobody asked.
        }
    }

    /** The request to cancel what it does. */
    Message cancellation() {
        ByteBuffer body = ByteBuffer.allocate(Integer.BYTES + key.body().remaining());
        body.putInt(CANCEL).put(key.body().duplicate()).flip();
        return new Message(MessageStream.START_UP, body);
    }
}

package dev.retort.tests.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;

/** One end of a connection that speaks PostgreSQL's protocol: https://www.postgresql.org/docs/current/protocol-message-formats.html */
final class MessageStream implements Closeable {

    /** The type of a message that has none: the first of a connection. */
    static final char START_UP = 0;

    /**
     * A message.
     *
     * @param type its first byte
     * @param body what follows its length
     */
    record Message(char type, ByteBuffer body) {

        static Message of(char type, int... numbers) {
            ByteBuffer body = ByteBuffer.allocate(numbers.length * Integer.BYTES);
            for (int number : numbers) {
                body.putInt(number);
            }
            return new Message(type, body.flip());
        }

        static Message query(String sql) {
            return new Message('Q', StandardCharsets.UTF_8.encode(sql + "\0"));
        }

        /** An error that ends the connection. */
        static Message fatal(String state, String text) {
            String fields = String.join("\0", "SFATAL", "VFATAL", "C" + state, "M" + text, "", "");
            return new Message('E', StandardCharsets.UTF_8.encode(fields));
        }

        /** The number at the place, counted in numbers. */
        int number(int place) {
            return body.getInt(place * Integer.BYTES);
        }
    }

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;

    MessageStream(Socket socket) throws IOException {
        this.socket = socket;
        socket.setTcpNoDelay(true);
        this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
    }

    Message readStartUp() throws IOException {
        return read(START_UP);
    }

    Message read() throws IOException {
        return read((char) in.readUnsignedByte());
    }

    private Message read(char type) throws IOException {
        byte[] body = new byte[in.readInt() - Integer.BYTES];
        in.readFully(body);
        return new Message(type, ByteBuffer.wrap(body));
    }

    /** Writes a message, which may wait for {@link #flush}. */
    void write(Message message) throws IOException {
        if (message.type() != START_UP) {
            out.writeByte(message.type());
        }
        ByteBuffer body = message.body();
        out.writeInt(body.remaining() + Integer.BYTES);
        Channels.newChannel(out).write(body.duplicate());
    }

    /** Writes the answer to a request for encryption. */
    void refuseEncryption() throws IOException {
        out.writeByte('N');
        out.flush();
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

package dev.retort.command;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A database that is being opened while the caller does something else. Closing it closes the database, even if nobody used it. */
final class PendingDatabase implements AutoCloseable {

    private final CompletableFuture<Database> future = new CompletableFuture<>();

    private PendingDatabase() {}

    /** A database that is already open. */
    static PendingDatabase of(Database database) {
        PendingDatabase opening = new PendingDatabase();
        opening.future.complete(database);
        return opening;
    }

    /** Starts to open a database on another thread. */
    static PendingDatabase inBackground(Supplier<Database> open) {
        PendingDatabase opening = new PendingDatabase();
        opening.begin(open);
        return opening;
    }

    private void begin(Supplier<Database> open) {
        Thread thread = new Thread(
                () -> {
                    try {
                        future.complete(open.get());
                    } catch (RuntimeException | Error e) {
                        future.completeExceptionally(e);
                    }
                },
                "retort-connect");
        thread.setDaemon(true);
        thread.start();
    }

    /** The open database; waits for it. */
    Database database() {
        try {
            return future.join();
        } catch (CompletionException | CancellationException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        CompletableFuture<Void> unused = future.thenAccept(Database::close);
    }
}

package dev.retort.dialect.sqlite;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.LockHolder;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.NoLock;
import dev.retort.error.DatabaseAccessException;
import dev.retort.error.FileReason;
import dev.retort.error.SpecialFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A lock of the operating system on the file {@code <database file>-retort-lock}; a lock inside the database would block the work. The file
 * names the holder of the lock, or the last one, and is not deleted: that could delete it under the next holder. The lock ends with its
 * holder's process.
 */
final class SqliteLock implements MigrationLock {

    /**
     * The locks held in this process with their holders. POSIX releases all locks of a process on a file when it closes any channel to that
     * file, so a second run in the same process must not even open it.
     */
    private static final Map<Path, String> HELD_HERE = new ConcurrentHashMap<>();

    /** The position of the locked byte: far behind the text, which others can then read even where a lock forbids reading. */
    private static final long LOCKED_POSITION = Long.MAX_VALUE - 1;

    private final Path file;
    private @Nullable FileChannel channel;

    private SqliteLock(Path file) {
        this.file = file;
    }

    /** The lock of the database that a connection works on; a database in memory has none. */
    static MigrationLock of(Connection connection) throws SQLException {
        Optional<Path> database = databaseFile(connection);
        return database.isEmpty() ? new NoLock() : new SqliteLock(lockFile(database.get()));
    }

    /** The file of the database that a connection works on; none for one in memory. */
    static Optional<Path> databaseFile(Connection connection) throws SQLException {
        List<String> files = new ArrayList<>();
        // Unlike a query, the pragma does not access the file, to which somebody may be writing.
        CatalogQuery.of("PRAGMA database_list").forEach(connection, row -> {
            if (row.getString("name").equals("main") && !row.getString("file").isEmpty()) {
                files.add(row.getString("file"));
            }
        });
        return files.stream().map(Path::of).findFirst();
    }

    private static Path lockFile(Path database) {
        try {
            Path real = database.toRealPath();
            return real.resolveSibling(real.getFileName() + "-retort-lock");
        } catch (IOException e) {
            throw failure("The database file " + database + " cannot be found", e);
        }
    }

    @Override
    public boolean tryAcquire() {
        if (channel != null) {
            return true;
        }
        String holder = LockHolder.thisProcess();
        if (HELD_HERE.putIfAbsent(file, holder) != null) {
            return false;
        }
        try {
            channel = lockedChannel(holder);
        } catch (IOException e) {
            throw new DatabaseAccessException(
                    "The lock file " + file + " cannot be written: " + FileReason.of(e) + ".",
                    FileRights.remedy(file),
                    e);
        } finally {
            if (channel == null) {
                HELD_HERE.remove(file);
            }
        }
        return channel != null;
    }

    private @Nullable FileChannel lockedChannel(String holder) throws IOException {
        SpecialFile.refuse(file);
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = opened.tryLock(LOCKED_POSITION, 1, false) != null;
            if (locked) {
                opened.truncate(0);
                opened.write(ByteBuffer.wrap(holder.getBytes(StandardCharsets.UTF_8)), 0);
            }
        } catch (OverlappingFileLockException heldByAnotherClassLoader) {
            locked = false;
        } finally {
            if (!locked) {
                opened.close();
            }
        }
        return locked ? opened : null;
    }

    @Override
    public boolean isHeld() {
        return channel != null && channel.isOpen();
    }

    @Override
    public boolean isExclusive() {
        return true;
    }

    @Override
    public String holder() {
        String here = HELD_HERE.get(file);
        if (here != null) {
            return here;
        }
        try {
            String written = Files.readString(file);
            return written.isBlank() ? "another process" : written;
        } catch (IOException notThereOrNotReadable) {
            return "another process";
        }
    }

    @Override
    public void close() {
        FileChannel held = channel;
        if (held == null) {
            return;
        }
        channel = null;
        try {
            held.close();
        } catch (IOException e) {
            throw failure("The lock file " + file + " cannot be closed", e);
        } finally {
            HELD_HERE.remove(file);
        }
    }

    private static DatabaseAccessException failure(String what, IOException e) {
        return new DatabaseAccessException(
                what + ": " + FileReason.of(e) + ".", "The directory of the database must be writable.", e);
    }
}

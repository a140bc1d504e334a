package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.tests.server.TestDatabase;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An SQL file in a jar that is too large to be read at once. */
class PackagedLargeFileTest {

    private static final int INSERTS = 240;
    private static final String COMMENT = "/* " + "why; ".repeat(20_000) + " */\n";

    @TempDir
    private Path folder;

    /** A jar whose SQL files count what is unpacked of them, and how often they are open. */
    private static final class Counting extends URLClassLoader {

        final AtomicLong unpacked = new AtomicLong();
        final AtomicLong open = new AtomicLong();

        Counting(Path jar) throws IOException {
            super(new URL[] {jar.toUri().toURL()}, PackagedLargeFileTest.class.getClassLoader());
        }

        @Override
        public @Nullable URL findResource(String name) {
            URL found = super.findResource(name);
            try {
                return found == null || !name.endsWith(".sql") ? found : counted(found);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private URL counted(URL found) throws IOException {
            return new URL(null, found.toExternalForm(), new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL same) {
                    return new URLConnection(same) {
                        @Override
                        public void connect() {}

                        @Override
                        public InputStream getInputStream() throws IOException {
                            return new Counted(found.openStream());
                        }
                    };
                }
            });
        }

        private final class Counted extends FilterInputStream {

            Counted(InputStream in) {
                super(in);
                open.incrementAndGet();
            }

            @Override
            public int read() throws IOException {
                int next = super.read();
                unpacked.addAndGet(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                unpacked.addAndGet(Math.max(0, count));
                return count;
            }

            @Override
            public long skip(long wanted) throws IOException {
                long skipped = super.skip(wanted);
                unpacked.addAndGet(skipped);
                return skipped;
            }

            @Override
            public void close() throws IOException {
                super.close();
                open.decrementAndGet();
            }
        }
    }

    @Test
    void isUnpackedAFewTimesAndNotForEachOfItsParts() throws Exception {
        long size = jar();
        try (TestDatabase database = SharedDatabase.SQLITE.fresh();
                Counting application = new Counting(folder.resolve("application.jar"))) {
            RunSetup.upgrade(folder, database).packaged(application).upgrade();

            assertThat(DatabaseState.rows(database, "SELECT COUNT(*) FROM notes"))
                    .containsExactly(Integer.toString(INSERTS));
            assertThat(application.unpacked.get()).isBetween(size, 6 * size);
            assertThat(application.open.get()).isZero();
        }
    }

    /** Writes the jar; returns the size of its large file. */
    private long jar() throws IOException {
        StringBuilder upgrade = new StringBuilder("CREATE TABLE notes (id INTEGER);\n");
        for (int id = 0; id < INSERTS; id++) {
            upgrade.append(COMMENT)
                    .append("INSERT INTO notes VALUES (")
                    .append(id)
                    .append(");\n");
        }
        new Revisions(folder).sql("r1", "", upgrade.toString());
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path file = folder.resolve("versions/r1_step.sql");
        Files.createDirectories(classes.resolve("versions"));
        Files.copy(file, classes.resolve("versions/r1_step.sql"));
        assertThat(Retort.index(List.of(folder), classes, "versions")).isEqualTo(1);
        try (OutputStream out = Files.newOutputStream(folder.resolve("application.jar"));
                JarOutputStream jar = new JarOutputStream(out);
                Stream<Path> packaged = Files.walk(classes)) {
            for (Path one : packaged.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new ZipEntry(classes.relativize(one).toString().replace('\\', '/')));
                Files.copy(one, jar);
                jar.closeEntry();
            }
        }
        return Files.size(file);
    }
}

package dev.retort.tests.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The files beside the recorded dumps; their README says what they are. */
final class DumpFile {

    private DumpFile() {}

    static String read(String name) {
        try (InputStream in = DumpFile.class.getResourceAsStream("/dumps/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

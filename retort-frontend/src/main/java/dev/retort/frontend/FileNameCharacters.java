package dev.retort.frontend;

import dev.retort.error.UsageException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The characters that this process has for names of files and for its arguments, which the locale of its start decides. */
public final class FileNameCharacters {

    private static final String ENCODING = "sun.jnu.encoding";

    private static final char REPLACEMENT = '\uFFFD';

    /** How this process was called, in bytes. */
    private static final Path CALL = Path.of("/proc/self/cmdline");

    private FileNameCharacters() {}

    /** Why this process cannot know the names that it was given: Java has made question marks of them. Empty where it can. */
    public static Optional<UsageException> lost() {
        String here = Path.of("").toAbsolutePath().toString();
        if (here.indexOf(REPLACEMENT) >= 0 && !Files.isDirectory(Path.of(here))) {
            // Another folder than the one that is meant would be searched upwards from there.
            return Optional.of(new UsageException(
                    "The name of the working directory " + here + " holds bytes that are no characters in "
                            + System.getProperty(ENCODING) + ".",
                    "Nothing was written. Rename it, or set LC_ALL to a locale with the encoding that it has."));
        }
        if (!isAscii() || (isAscii(CALL) && Files.isDirectory(Path.of("").toAbsolutePath()))) {
            return Optional.empty();
        }
        return Optional.of(missing("An argument, or the name of the working directory,"));
    }

    /**
     * Why the arguments of a call cannot be taken: Java has put a sign into one, for bytes that are no characters. Empty where they can.
     */
    public static Optional<UsageException> undecodable(String... arguments) {
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].indexOf(REPLACEMENT) >= 0) {
                // What was given may be a password.
                return Optional.of(new UsageException(
                        "Argument " + (i + 1) + " holds bytes that are no characters in " + System.getProperty(ENCODING)
                                + ".",
                        "Nothing was written. Write it in this encoding, or set LC_ALL to the one that it has."));
            }
        }
        return Optional.empty();
    }

    /** The refusal of a text that cannot be part of a file's name here. */
    public static UsageException missing(String what) {
        return new UsageException(
                what + " holds characters that names of files do not have in this locale ("
                        + System.getProperty(ENCODING) + ").",
                "Nothing was written. Set LC_ALL to a locale with UTF-8, such as LC_ALL=C.UTF-8; 'locale -a' lists them.");
    }

    private static boolean isAscii() {
        try {
            return !Charset.forName(System.getProperty(ENCODING, "UTF-8"))
                    .newEncoder()
                    .canEncode('\u00E9');
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return false;
        }
    }

    private static boolean isAscii(Path file) {
        try {
            for (byte found : Files.readAllBytes(file)) {
                if (found < 0) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            return true;
        }
    }
}

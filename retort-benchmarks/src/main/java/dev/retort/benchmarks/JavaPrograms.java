package dev.retort.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Starts Java programs of this module, each with the jars that it needs and no more.
 *
 * @param classPaths a directory of directories of jars
 * @param options what each JVM is told
 */
record JavaPrograms(Path classPaths, List<String> options) {

    /** The directory of this module's own jar, which every program lies in. */
    private static final String PROGRAMS = "programs";

    JavaPrograms {
        options = List.copyOf(options);
    }

    /** JVMs with their default options. */
    static JavaPrograms in(Path classPaths) {
        return new JavaPrograms(classPaths, List.of());
    }

    /** The same, with more options for each JVM. */
    JavaPrograms with(List<String> more) {
        return new JavaPrograms(
                classPaths, Stream.concat(options.stream(), more.stream()).toList());
    }

    /**
     * The command line of a program.
     *
     * @param libraries the directories of jars that it needs beside its own
     */
    List<String> command(Class<?> program, List<String> libraries, String... arguments) {
        String classPath = Stream.concat(Stream.of(PROGRAMS), libraries.stream())
                .flatMap(library -> jars(library).stream())
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(java().toString()));
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    /** The Java that runs this program runs the measured ones too. */
    static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    private static Path java() {
        return home().resolve("bin/java");
    }

    private List<String> jars(String library) {
        try (Stream<Path> entries = Files.list(classPaths.resolve(library))) {
            return entries.map(Path::toString).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

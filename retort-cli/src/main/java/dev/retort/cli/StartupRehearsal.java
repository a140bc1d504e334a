package dev.retort.cli;

import dev.retort.Retort;
import dev.retort.frontend.config.ConfigurationFile;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.sql.Driver;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Does once what most calls do, in a temporary project, so that an archive of the classes that they need can be made. Keeps the native
 * library that SQLite's driver unpacks meanwhile.
 */
final class StartupRehearsal {

    private static final List<List<String>> CALLS = List.of(
            List.of("--version"),
            List.of("init", "migrations"),
            List.of("revision", "-m", "rehearse", "--format", "sql"),
            List.of("heads"),
            List.of("upgrade", "head"),
            List.of("current"),
            List.of("history", "--json"),
            List.of("downgrade", "base"),
            List.of("revision", "-m", "rehearse the compiler", "--format", "java"),
            List.of("upgrade", "head"));

    /** Addresses where nobody listens: a refused connection shows what one needs, up to the first answer. */
    private static final List<String> UNREACHABLE =
            List.of("postgresql://u:p@127.0.0.1:1/rehearsal", "mariadb://u:p@127.0.0.1:1/rehearsal");

    private static final String CLASS = ".class";

    /** Where SQLite's driver unpacks its library, under a name that ends with the library's. */
    private static final String UNPACKED = "org.sqlite.tmpdir";

    private static final String LIBRARY = System.mapLibraryName("sqlitejdbc");

    private static final System.Logger LOG = System.getLogger(StartupRehearsal.class.getName());

    private StartupRehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments the directory for the native library, which is there and empty
     */
    public static void main(String[] arguments) throws IOException {
        Path project = Files.createTempDirectory("retort-rehearsal");
        try {
            Path unpacked = Files.createDirectory(project.resolve("unpacked"));
            System.setProperty(UNPACKED, unpacked.toString());
            for (List<String> call : CALLS) {
                call(project, "jdbc:sqlite:" + project.resolve("rehearsal.db"), call);
            }
            for (String address : UNREACHABLE) {
                call(project, address, List.of("current"));
            }
            keepLibrary(unpacked, Path.of(arguments[0]));
            loadJar(Main.class);
            loadJar(ConfigurationFile.class);
            loadJar(Retort.class);
            for (Driver driver : ServiceLoader.load(Driver.class, StartupRehearsal.class.getClassLoader())) {
                loadJar(driver.getClass());
            }
        } finally {
            delete(project);
        }
    }

    private static void keepLibrary(Path unpacked, Path directory) throws IOException {
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(unpacked, "*" + LIBRARY)) {
            for (Path library : libraries) {
                Files.copy(library, directory.resolve(LIBRARY));
            }
        }
    }

    private static void call(Path project, String databaseUrl, List<String> call) {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        new Program(new Terminal(nowhere, nowhere, false), Map.of("DATABASE_URL", databaseUrl), project)
                .run(call.toArray(String[]::new));
    }

    /**
     * Loads all classes of the jar that a class comes from: what a command other than these needs, and what a driver needs where a
     * server answers.
     */
    private static void loadJar(Class<?> member) throws IOException {
        CodeSource source = member.getProtectionDomain().getCodeSource();
        if (source != null && source.getLocation().getPath().endsWith(".jar")) {
            // The path of a URL has %20 where the directory has a space.
            Path file = Path.of(URI.create(source.getLocation().toString()));
            try (JarFile jar = new JarFile(file.toFile())) {
                jar.stream().map(JarEntry::getName).forEach(entry -> load(entry, member.getClassLoader()));
            }
        }
    }

    private static void load(String entry, ClassLoader loader) {
        if (!entry.endsWith(CLASS) || entry.startsWith("META-INF/")) {
            return;
        }
        try {
            Class.forName(entry.substring(0, entry.length() - CLASS.length()).replace('/', '.'), false, loader);
        } catch (ClassNotFoundException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody misses " + entry, e);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}

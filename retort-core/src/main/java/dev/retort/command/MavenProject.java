package dev.retort.command;

import dev.retort.digest.Sha256;
import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import dev.retort.script.source.Ownership;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A Maven project. A module of a reactor is resolved from the root of the reactor, so that the classes of its siblings come from their
 * output directories and need not be installed.
 */
final class MavenProject {

    private static final String POM = "pom.xml";

    /** Some builds of Maven end with a colour code even when colours are off. */
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    private static final Path CLASSES = Path.of("target", "classes");

    private final Path directory;
    private final Path root;

    MavenProject(Path directory) {
        this.directory = directory;
        this.root = rootOf(directory);
    }

    /** The topmost directory that contains the project as a module, directly or not. */
    private static Path rootOf(Path project) {
        Path root = project;
        for (Path above = project.getParent(); above != null; above = above.getParent()) {
            if (hasModule(above.resolve(POM), above.relativize(root))) {
                root = above;
            }
        }
        return root;
    }

    private static boolean hasModule(Path pom, Path module) {
        if (!Files.isRegularFile(pom)) {
            return false;
        }
        try {
            String path = Pattern.quote(module.toString().replace(File.separatorChar, '/'));
            return Pattern.compile("<module>\\s*(\\./)?" + path + "(/|/" + POM + ")?\\s*</module>")
                    .matcher(Files.readString(pom))
                    .find();
        } catch (IOException e) {
            throw new EntityModelException("Maven's " + pom + " cannot be read: " + e, "Set 'classpath'.", e);
        }
    }

    /** The module with a directory of classes; empty for a jar and for any other directory. */
    static Optional<Path> moduleOf(Path classes) {
        return classes.endsWith(CLASSES)
                ? Optional.ofNullable(classes.getParent()).map(Path::getParent)
                : Optional.empty();
    }

    /** The output directory of the project. */
    Path classes() {
        return directory.resolve(CLASSES).normalize();
    }

    boolean exists() {
        return Files.isRegularFile(directory.resolve(POM));
    }

    /** The project's dependencies; Maven is asked once for each state of the poms, and the answer is kept in {@code .retort}. */
    List<Path> classPath() {
        try {
            Path memory = Ownership.createDirectories(directory.resolve(".retort"));
            Path remembered = memory.resolve("classpath-" + fingerprint());
            boolean ours = Ownership.close(memory);
            if (!ours || !Ownership.isOurFile(remembered) || isOutdated(remembered)) {
                Path draft = ours
                        ? Files.createTempFile(memory, "classpath", null)
                        : Files.createTempFile("retort-classpath", null);
                // From the phase 'compile' on, siblings are resolved to their directories of classes. Each module of
                // the reactor
                // writes the file; the requested one, which needs all others, is the last.
                List<String> goals = new ArrayList<>(List.of(
                        "dependency:build-classpath", "-Dmdep.includeScope=test", "-Dmdep.outputFile=" + draft));
                if (isModule()) {
                    goals.add(0, "compile");
                }
                run(goals);
                if (!ours) {
                    List<Path> answer = entries(draft);
                    Files.delete(draft);
                    return answer;
                }
                Files.move(draft, remembered, StandardCopyOption.REPLACE_EXISTING);
            }
            return entries(remembered);
        } catch (IOException e) {
            throw new EntityModelException(
                    "Maven's answer for the class path cannot be kept: " + e.getMessage(), "Set 'classpath'.", e);
        }
    }

    private static List<Path> entries(Path remembered) throws IOException {
        String text = Files.readString(remembered).strip();
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(File.pathSeparator)).map(Path::of).toList();
    }

    /** Whether a jar or a sibling's pom is missing, or a pom has changed since Maven was asked. */
    private static boolean isOutdated(Path remembered) throws IOException {
        FileTime asked = Files.getLastModifiedTime(remembered);
        for (Path entry : entries(remembered)) {
            Optional<Path> pom = moduleOf(entry).map(module -> module.resolve(POM));
            if (!Files.exists(pom.orElse(entry))
                    || (pom.isPresent() && Files.getLastModifiedTime(pom.get()).compareTo(asked) > 0)) {
                return true;
            }
        }
        return false;
    }

    private boolean isModule() {
        return !root.equals(directory);
    }

    /** Compiles the project and the siblings that it needs. */
    void compile() {
        run(List.of("-o", "compile"));
    }

    private void run(List<String> goals) {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "mvn.cmd" : "mvn");
        command.add("-q");
        if (isModule()) {
            command.addAll(List.of("-pl", root.relativize(directory).toString(), "-am"));
        }
        command.addAll(goals);
        command.addAll(List.of("-B", "-Dstyle.color=never"));
        try {
            Process process = new ProcessBuilder(command)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = COLOURS.matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
            if (process.waitFor() != 0) {
                throw failed(String.join(" ", command), output.strip());
            }
        } catch (IOException e) {
            throw new EntityModelException(
                    "Maven cannot be started: " + e.getMessage(),
                    "Put mvn on the PATH, or set 'classpath' and compile = \"check\".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntityModelException("Interrupted while Maven was running.", Advice.NONE, e);
        }
    }

    private EntityModelException failed(String command, String output) {
        String errors = MavenErrors.compilerErrors(output);
        return errors.isEmpty()
                ? new EntityModelException("'" + command + "' failed in " + root + ":\n" + output, Advice.NONE, null)
                : new EntityModelException(
                        "The application does not compile.\n" + errors,
                        "Nothing was done. Correct the sources, and run the command again.",
                        null);
    }

    /** The content of the pom and of its parents in a usual checkout. */
    private String fingerprint() throws IOException {
        MessageDigest digest = Sha256.begin();
        for (Path at = directory; at != null && Files.isRegularFile(at.resolve(POM)); at = at.getParent()) {
            digest.update(Files.readAllBytes(at.resolve(POM)));
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
    }
}

package dev.retort.command;

import dev.retort.error.EntityModelException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** A Maven project, asked for what only Maven knows. */
final class MavenProject {

    private static final String POM = "pom.xml";

    private final Path directory;

    MavenProject(Path directory) {
        this.directory = directory;
    }

    boolean exists() {
        return Files.isRegularFile(directory.resolve(POM));
    }

    /** The project's dependencies, asked of Maven once for the poms as they are and remembered in {@code .retort}. */
    List<Path> classPath() {
        try {
            Path remembered = directory.resolve(".retort").resolve("classpath-" + fingerprint());
            if (!Files.isRegularFile(remembered)) {
                Files.createDirectories(remembered.getParent());
                Path draft = Files.createTempFile(remembered.getParent(), "classpath", null);
                run(List.of(
                        "-q", "dependency:build-classpath", "-Dmdep.includeScope=test", "-Dmdep.outputFile=" + draft));
                Files.move(draft, remembered, StandardCopyOption.REPLACE_EXISTING);
            }
            String text = Files.readString(remembered).strip();
            return text.isEmpty()
                    ? List.of()
                    : Arrays.stream(text.split(File.pathSeparator))
                            .map(Path::of)
                            .toList();
        } catch (IOException e) {
            throw new EntityModelException(
                    "Maven's answer for the class path cannot be kept: " + e.getMessage(), "Set 'classpath'.", e);
        }
    }

    /** Compiles the project. */
    void compile() {
        run(List.of("-q", "-o", "compile"));
    }

    private void run(List<String> goals) {
        List<String> command = new ArrayList<>();
        command.add(
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows") ? "mvn.cmd" : "mvn");
        command.addAll(goals);
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new EntityModelException(
                        "'" + String.join(" ", command) + "' failed in " + directory + ":\n" + output.strip(),
                        null,
                        null);
            }
        } catch (IOException e) {
            throw new EntityModelException(
                    "Maven cannot be started: " + e.getMessage(),
                    "Put mvn on the PATH, or set 'classpath' and compile = \"check\".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EntityModelException("Interrupted while Maven was running.", null, e);
        }
    }

    /** The content of the pom and of those above it that a checkout usually holds. */
    private String fingerprint() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path at = directory; at != null && Files.isRegularFile(at.resolve(POM)); at = at.getParent()) {
                digest.update(Files.readAllBytes(at.resolve(POM)));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}

package dev.retort.tests.shell;

import dev.retort.cli.InProcess;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A shell as a user of the distribution has it: {@code retort} is on the PATH.
 *
 * @param directory where commands run
 * @param variables environment variables besides those of this process; the program starts from an archive of its classes unless
 *     XDG_CACHE_HOME names another cache
 */
public record Shell(Path directory, Map<String, String> variables) {

    static final Path LAUNCHER = Path.of("..", "retort-cli", "target", "distribution", "retort", "bin")
            .toAbsolutePath()
            .normalize();

    /** Calls of the program without anything that a shell would change. */
    private static final Pattern PLAIN_CALLS = Pattern.compile("(?:retort(?: [\\w:,./@=+-]+)*\\n?)+");

    /**
     * What commands did.
     *
     * @param exitCode the code of the first that failed, else 0
     * @param output both streams, each command before what it printed
     */
    public record Outcome(int exitCode, String output) {}

    /** Runs commands until one fails; in this process if they are plain calls of the program, which take it a tenth of the time. */
    public Outcome call(String commands) throws IOException, InterruptedException {
        if (!PLAIN_CALLS.matcher(commands).matches()) {
            return run(commands);
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        complete(environment);
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        int exitCode = 0;
        for (String command : commands.lines().toList()) {
            output.writeBytes(("+ " + command + "\n").getBytes(StandardCharsets.UTF_8));
            List<String> words = List.of(command.split(" "));
            exitCode = InProcess.run(directory, environment, words.subList(1, words.size()), output);
            if (exitCode != 0) {
                break;
            }
        }
        return new Outcome(exitCode, output.toString(StandardCharsets.UTF_8));
    }

    /** Runs commands in a shell until one fails. */
    public Outcome run(String commands) throws IOException, InterruptedException {
        Process process = start(commands);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    /** Starts commands, with both streams in one. */
    public Process start(String commands) throws IOException {
        if (!Files.isExecutable(LAUNCHER.resolve("retort"))) {
            throw new IllegalStateException("There is no distribution in " + LAUNCHER + ": run 'mvn verify'.");
        }
        ProcessBuilder builder = new ProcessBuilder("sh", "-exc", commands)
                .directory(directory.toFile())
                .redirectErrorStream(true);
        complete(builder.environment());
        if (!variables.containsKey("XDG_CACHE_HOME")) {
            builder.environment()
                    .put("XDG_CACHE_HOME", ArchiveCache.shared().folder().toString());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private void complete(Map<String, String> environment) {
        environment.keySet().removeIf(name -> name.startsWith("RETORT_") || name.equals("DATABASE_URL"));
        environment.put("PATH", LAUNCHER + File.pathSeparator + environment.get("PATH"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        // A program that found no archive would make one, and take the machine from the tests.
        environment.put("RETORT_NO_ARCHIVE", "1");
        // Most calls of Maven end before the second compiler pays.
        environment.merge("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC", (own, more) -> own + " " + more);
        environment.putAll(variables);
    }
}

package dev.retort.cli;

import dev.retort.Retort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** A temporary project in which the program is called as from a shell, with {@code DATABASE_URL} set to the SQLite file shop.db. */
final class ScriptedProject {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>();
    private Path workingDirectory;

    ScriptedProject(Path directory) throws IOException {
        this.directory = directory.toRealPath();
        this.workingDirectory = this.directory;
        environment.put("DATABASE_URL", "jdbc:sqlite:" + this.directory.resolve("shop.db"));
    }

    /** What a command answered, with what differs from call to call replaced by its name in angle brackets. */
    record Answer(String out, String err, int exitCode) {}

    void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    Answer run(String command) throws Exception {
        try {
            return answer(words(command));
        } catch (NoSuchFileException e) {
            return new Answer("", named("There is no " + e.getFile() + "."), 1);
        }
    }

    private Answer answer(List<String> words) throws Exception {
        List<String> arguments = words.subList(1, words.size());
        return switch (words.get(0)) {
            case "retort" -> retort(arguments);
            case "sql" -> said(sql(arguments.get(0)));
            case "cat" -> said(Files.readString(path(arguments.get(0))));
            case "ls" -> said(list(path(arguments.isEmpty() ? "." : arguments.get(0))));
            case "cp" -> {
                Files.createDirectories(path(arguments.get(1)).getParent());
                Files.copy(path(arguments.get(0)), path(arguments.get(1)));
                yield said("");
            }
            case "rm" -> {
                Files.delete(path(arguments.get(0)));
                yield said("");
            }
            case "mkdir" -> {
                Files.createDirectories(path(arguments.get(0)));
                yield said("");
            }
            case "ln" -> {
                Files.createSymbolicLink(path(arguments.get(1)), Path.of(arguments.get(0)));
                yield said("");
            }
            case "mkfifo" -> {
                Files.createDirectories(path(arguments.get(0)).getParent());
                new ProcessBuilder("mkfifo", path(arguments.get(0)).toString())
                        .inheritIO()
                        .start()
                        .waitFor();
                yield said("");
            }
            case "latin1" -> {
                Files.write(path(arguments.get(0)), arguments.get(1).getBytes(StandardCharsets.ISO_8859_1));
                yield said("");
            }
            case "replace" -> {
                String text = Files.readString(path(arguments.get(0)));
                Files.writeString(path(arguments.get(0)), text.replace(arguments.get(1), arguments.get(2)));
                yield said("");
            }
            case "cd" -> {
                workingDirectory = path(arguments.get(0));
                Files.createDirectories(workingDirectory);
                yield said("");
            }
            case "export" -> {
                int equals = arguments.get(0).indexOf('=');
                environment.put(
                        arguments.get(0).substring(0, equals), arguments.get(0).substring(equals + 1));
                yield said("");
            }
            case "unset" -> {
                environment.remove(arguments.get(0));
                yield said("");
            }
            case "javac" -> {
                compile(path(arguments.get(0)), path(arguments.get(1)));
                yield said("");
            }
            default -> throw new IllegalArgumentException("A transcript knows no command " + words.get(0) + ".");
        };
    }

    private Answer retort(List<String> arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(stream(out), stream(err), false);
        int exitCode = new Program(terminal, environment, workingDirectory).run(arguments.toArray(String[]::new));
        return new Answer(
                named(out.toString(StandardCharsets.UTF_8)), named(err.toString(StandardCharsets.UTF_8)), exitCode);
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private Answer said(String text) {
        return new Answer(named(text), "", 0);
    }

    private Path path(String text) {
        return workingDirectory.resolve(text).normalize();
    }

    private String list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile)
                    .map(path -> directory.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> !path.startsWith(".retort/") && !path.contains("shop.db"))
                    .sorted()
                    .reduce("", (text, path) -> text + path + "\n");
        }
    }

    private static void compile(Path sources, Path classes) throws IOException {
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(List.of("-proc:none", "-d", classes.toString()));
        try (Stream<Path> files = Files.walk(sources)) {
            files.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(options::add);
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, options.toArray(String[]::new)) != 0) {
            throw new IllegalArgumentException("The sources in " + sources + " do not compile.");
        }
    }

    private String sql(String statement) throws SQLException {
        StringBuilder rows = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + directory.resolve("shop.db"));
                Statement plain = connection.createStatement()) {
            if (plain.execute(statement)) {
                try (ResultSet result = plain.getResultSet()) {
                    while (result.next()) {
                        for (int column = 1; column <= result.getMetaData().getColumnCount(); column++) {
                            rows.append(column > 1 ? " | " : "").append(result.getString(column));
                        }
                        rows.append('\n');
                    }
                }
            }
        }
        return rows.toString();
    }

    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command);
        while (matcher.find()) {
            String word = Stream.of(1, 2, 3)
                    .map(matcher::group)
                    .filter(found -> found != null)
                    .findFirst()
                    .orElseThrow();
            // As a shell reads $'...'.
            words.add(word.indexOf('\\') < 0 ? word : word.translateEscapes());
        }
        return words;
    }

    private String named(String text) {
        return text.replace(directory.toString(), "<dir>")
                .replace("retort " + Retort.version(), "retort <version>")
                .replaceAll("(?<![0-9a-f-])[0-9a-f]{12}(?![0-9a-f-])", "<id>")
                .replaceAll("20\\d{6}_\\d{4}(?=_<id>)", "<date>")
                .replaceAll("class sha256:[0-9a-f]{64}", "class <checksum>")
                .replaceAll("20[2-9]\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z", "<date>")
                .replaceAll("\"duration_ms\":\\d+", "\"duration_ms\":<ms>")
                .replaceAll("\\b\\d+ ms\\b|\\b\\d+\\.\\d s\\b", "<time>")
                .replaceAll("(?m)(^\\t(at |\\.\\.\\. ).*\n)+", "\t<stack>\n")
                .replace("\r\n", "\n");
    }
}

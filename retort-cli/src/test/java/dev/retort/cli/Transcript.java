package dev.retort.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A file that says what a person types and what the program answers.
 *
 * <pre>
 * # What this shows.
 * $ retort heads
 * | a line of standard output
 * ! a line of standard error
 * = 1          the exit code, when it is not 0
 * -- migrations/versions/001.sql --
 * the text of a file of the project
 * </pre>
 *
 * @param lines the part before the first file
 * @param files the texts of the files by their names
 */
record Transcript(List<String> lines, Map<String, String> files) {

    static Transcript read(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        String name = "";
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-- ") && line.endsWith(" --")) {
                name = line.substring(3, line.length() - 3);
                text = new StringBuilder();
                files.put(name, "");
            } else if (name.isEmpty()) {
                lines.add(line);
            } else {
                files.put(name, text.append(line).append('\n').toString());
            }
        }
        return new Transcript(lines, files);
    }

    /** The same commands in the same project, with the answers of today. */
    Transcript replayed(ScriptedProject project) throws Exception {
        for (Map.Entry<String, String> file : files.entrySet()) {
            project.write(file.getKey(), file.getValue());
        }
        List<String> replayed = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("$ ")) {
                replayed.add(line);
                replayed.addAll(answer(project.run(line.substring(2))));
            } else if (!line.startsWith("|") && !line.startsWith("!") && !line.startsWith("=")) {
                replayed.add(line);
            }
        }
        return new Transcript(replayed, files);
    }

    private static List<String> answer(ScriptedProject.Answer answer) {
        List<String> lines = new ArrayList<>();
        answer.out().lines().forEach(line -> lines.add(("| " + line).stripTrailing()));
        answer.err().lines().forEach(line -> lines.add(("! " + line).stripTrailing()));
        if (answer.exitCode() != 0) {
            lines.add("= " + answer.exitCode());
        }
        return lines;
    }

    String text() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        files.forEach((name, content) ->
                text.append("-- ").append(name).append(" --\n").append(content));
        return text.toString();
    }
}

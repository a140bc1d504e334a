package dev.retort.command;

import dev.retort.script.source.SourceExcerpt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Extracts the compiler's errors from Maven's output, which contains each twice. */
final class MavenErrors {

    private static final Pattern PLACE =
            Pattern.compile("(?<file>.+\\.java):\\[(?<line>\\d+),(?<column>\\d+)] (?:error: )?(?<message>.+)");

    /** One missing library makes hundreds of errors, and the first ones say what is missing. */
    private static final int MOST = 5;

    private MavenErrors() {}

    /** The first errors, each once, with its position, its line and a caret, and the number of the others; empty if there are none. */
    static String compilerErrors(String output) {
        Map<String, List<String>> messages = new LinkedHashMap<>();
        Map<String, String> excerpts = new LinkedHashMap<>();
        List<String> message = new ArrayList<>();
        for (String printed : output.lines().toList()) {
            String line = printed.replaceFirst("^\\[ERROR] ?", "");
            Matcher place = PLACE.matcher(line);
            if (place.matches()) {
                message = new ArrayList<>(List.of(place.group("message")));
                String where = place.group("file") + ":" + place.group("line") + ": ";
                String key = where + place.group("column") + place.group("message");
                if (messages.putIfAbsent(key, message) == null) {
                    message.set(0, where + place.group("message"));
                    excerpts.put(key, excerpt(place));
                }
            } else if (line.startsWith(" ")) {
                message.add(line.strip().replaceAll(" +", " "));
            } else {
                message = new ArrayList<>();
            }
        }
        String more = messages.size() <= MOST ? "" : "\n(" + (messages.size() - MOST) + " more)";
        return messages.entrySet().stream()
                .limit(MOST)
                .map(error -> String.join("; ", error.getValue()) + excerpts.get(error.getKey()))
                .collect(Collectors.joining("\n", "", more));
    }

    private static String excerpt(Matcher place) {
        try {
            String source = Files.readString(Path.of(place.group("file")), StandardCharsets.UTF_8);
            String excerpt = SourceExcerpt.at(
                    source, Long.parseLong(place.group("line")), Long.parseLong(place.group("column")));
            return excerpt.isEmpty() ? "" : "\n" + excerpt;
        } catch (IOException e) {
            return "";
        }
    }
}

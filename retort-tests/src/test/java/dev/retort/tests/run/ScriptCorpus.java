package dev.retort.tests.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The scripts of the resource folder {@code scripts}, whose README explains their form. */
public final class ScriptCorpus {

    private static final String SCRIPT = "==== ";
    private static final String ROWS = "---- ";
    private static final String REFUSAL = "!!!! ";

    private ScriptCorpus() {}

    /**
     * A script.
     *
     * @param text the text of its section
     * @param bom whether the file begins with a byte order mark
     * @param statements how many statements it has; -1 for one that is refused
     * @param query what shows that they have run; empty for nothing
     * @param rows its rows in any order; of a refused script, the place in the text and a part of the message
     */
    public record Script(String name, String text, boolean bom, int statements, String query, List<String> rows) {

        public boolean isRefused() {
            return statements < 0;
        }

        /** The file of a revision; the text begins in its line 4. */
        public String revision(String id, String revises) {
            String parent = revises.isEmpty() ? "" : "-- revises: " + revises;
            return (bom ? "\uFEFF" : "") + "-- revision: " + id + "\n" + parent + "\n-- upgrade\n" + text
                    + "\n-- downgrade\n";
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** The scripts for a database, given its name: its own, and those of files that name it among others. */
    public static List<Script> of(String database) {
        String name = database.toLowerCase(Locale.ROOT);
        return Stream.of("all", "mariadb-mysql", name)
                .filter(file ->
                        file.equals("all") || List.of(file.split("-", -1)).contains(name))
                .flatMap(file -> read(file).stream())
                .toList();
    }

    private static List<Script> read(String file) {
        List<Script> scripts = new ArrayList<>();
        List<String> lines = lines(file);
        int at = 0;
        while (at < lines.size()) {
            if (!lines.get(at).startsWith(SCRIPT)) {
                throw new IllegalArgumentException(file + ".txt:" + (at + 1) + ": not the beginning of a script");
            }
            String head = lines.get(at++).substring(SCRIPT.length());
            List<String> text = new ArrayList<>();
            while (!lines.get(at).startsWith(ROWS) && !lines.get(at).startsWith(REFUSAL)) {
                text.add(lines.get(at++));
            }
            String outcome = lines.get(at++);
            List<String> rows = new ArrayList<>();
            while (at < lines.size() && !lines.get(at).startsWith(SCRIPT)) {
                rows.add(lines.get(at++));
            }
            scripts.add(script(head, text, outcome, rows));
        }
        return scripts;
    }

    private static Script script(String head, List<String> text, String outcome, List<String> rows) {
        String name = head.split(" ", 2)[0];
        String joined = String.join(head.contains("(crlf)") ? "\r\n" : "\n", text);
        boolean bom = head.contains("(bom)");
        if (outcome.startsWith(REFUSAL)) {
            return new Script(name, joined, bom, -1, "", List.of(outcome.substring(REFUSAL.length())));
        }
        String[] expected = outcome.substring(ROWS.length()).split(" ", 2);
        String query =
                expected.length > 1 ? expected[1] : rows.isEmpty() ? "" : "SELECT v FROM seen WHERE s = '" + name + "'";
        return new Script(name, joined, bom, Integer.parseInt(expected[0]), query, rows);
    }

    private static List<String> lines(String file) {
        try (InputStream in = ScriptCorpus.class.getResourceAsStream("/scripts/" + file + ".txt")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no file " + file + ".txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.retort.render;

import dev.retort.operation.Operation;
import dev.retort.testkit.GoldenFile;
import dev.retort.testkit.OperationCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The pages of the manual about single operations: how a revision says each, and what statements it becomes on each database, from the files
 * that the tests of the dialects compare their statements with.
 *
 * @param goldenFiles the files, by the name of the database
 * @param summaries what an operation does, by the simple name of its class
 * @param byHand the texts about methods that have no statements of their own, by their names
 */
record OperationPages(Map<String, GoldenFile> goldenFiles, Map<String, String> summaries, Map<String, String> byHand) {

    private static final String UNSUPPORTED = "-- unsupported, because ";
    private static final String NOTICE =
            "<!-- Written with -Dretort.pages=write from what the tests of the dialects check. -->\n\n";
    private static final String NOTICE_BY_HAND =
            "<!-- Written with -Dretort.pages=write from retort-tests/src/test/resources/operations. -->\n\n";
    private static final Pattern VERB_AND_KIND = Pattern.compile("([a-z]+)([A-Z]\\w*)");
    private static final Pattern METHOD = Pattern.compile("op\\.(\\w+)\\(");

    /** The pages by their file names, with an index. */
    Map<String, String> of(List<OperationCase> cases) {
        Map<String, List<OperationCase>> byMethod = new TreeMap<>();
        for (OperationCase test : cases) {
            if (isWritten(test.operation())) {
                byMethod.computeIfAbsent(method(test.operation()), unused -> new ArrayList<>())
                        .add(test);
            }
        }
        Map<String, String> pages = new LinkedHashMap<>();
        StringBuilder index = new StringBuilder(NOTICE).append("# Operations\n\n| | |\n|---|---|\n");
        Map<String, String> lines = new TreeMap<>();
        byMethod.forEach((method, tests) -> {
            String summary = summary(method, tests.get(0).operation());
            lines.put(method, summary);
            pages.put(method + ".md", page(method, summary, tests));
        });
        byHand.forEach((method, text) -> {
            lines.put(method, firstLine(text));
            pages.put(method + ".md", NOTICE_BY_HAND + "# op." + method + "\n\n" + text);
        });
        lines.forEach(
                (method, summary) -> index.append("| [`op." + method + "`](" + method + ".md) | " + summary + " |\n"));
        pages.put("README.md", index.toString());
        return pages;
    }

    private static String firstLine(String text) {
        return text.lines().takeWhile(line -> !line.isBlank()).collect(Collectors.joining(" "));
    }

    private static boolean isWritten(Operation operation) {
        try {
            return METHOD.matcher(java(operation)).lookingAt();
        } catch (IllegalArgumentException hasNoSource) {
            return false;
        }
    }

    private static String java(Operation operation) {
        return new JavaStatements(new Imports(), "op", "", true).statement(operation);
    }

    private static String method(Operation operation) {
        return METHOD.matcher(java(operation))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    /** An operation on one kind of object is summed up by its name, as several kinds share its class. */
    private String summary(String method, Operation operation) {
        Matcher words = VERB_AND_KIND.matcher(method);
        if (operation.getClass().getSimpleName().endsWith("Object") && words.matches()) {
            String verb = words.group(1).substring(0, 1).toUpperCase(Locale.ROOT)
                    + words.group(1).substring(1);
            String kind = words.group(2).toLowerCase(Locale.ROOT);
            return verb + (kind.startsWith("e") ? "s an " : "s a ") + kind + ".";
        }
        return summaries.getOrDefault(operation.getClass().getSimpleName(), "");
    }

    private String page(String method, String summary, List<OperationCase> tests) {
        StringBuilder page = new StringBuilder(NOTICE + "# op." + method + "\n\n" + summary + "\n");
        for (OperationCase test : tests) {
            page.append("\n## ").append(test.name()).append("\n\n");
            page.append("```java\n").append(java(test.operation())).append("\n```\n");
            byText(test.name()).forEach((text, databases) -> page.append(section(text, String.join(", ", databases))));
        }
        return page.toString();
    }

    /** The databases with the same statements, by these. */
    private Map<String, List<String>> byText(String name) {
        Map<String, List<String>> databases = new LinkedHashMap<>();
        goldenFiles.forEach((database, file) -> {
            if (file.names().contains(name)) {
                databases
                        .computeIfAbsent(file.section(name), unused -> new ArrayList<>())
                        .add(database);
            }
        });
        return databases;
    }

    private static String section(String text, String databases) {
        return text.startsWith(UNSUPPORTED)
                ? "\n" + databases + ": refused, because " + text.substring(UNSUPPORTED.length()) + ".\n"
                : "\n" + databases + ":\n\n```sql\n" + text + "\n```\n";
    }

    /** The first sentence of the Javadoc of a class. */
    static String firstSentence(String source) {
        String javadoc = source.substring(source.indexOf("/**") + 3, source.indexOf("*/"));
        String text = javadoc.lines()
                .map(line -> line.strip().replaceFirst("^\\*\\s?", ""))
                .takeWhile(line -> !line.startsWith("@"))
                .collect(Collectors.joining(" "))
                .strip()
                .replaceAll("\\{@(?:code|link) ([^}]*)}", "`$1`");
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }
}

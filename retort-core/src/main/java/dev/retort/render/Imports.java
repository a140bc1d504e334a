package dev.retort.render;

import java.util.Set;
import java.util.TreeSet;

/** What a source file imports: what it uses, or will use when a person has written it. */
final class Imports {

    private static final String SCHEMA = "dev.retort.schema.";

    private final Set<String> classes = new TreeSet<>(Set.of("dev.retort.migration.*"));
    private final Set<String> words = new TreeSet<>();

    /** A word of {@code Columns}. */
    String columnWord(String word) {
        columnWords();
        return word;
    }

    /** All words of {@code Columns}, for somebody who writes the statements by hand. */
    void columnWords() {
        words.add(SCHEMA + "Columns.*");
    }

    /** A word of {@code Constraints}. */
    String constraintWord(String word) {
        words.add(SCHEMA + "Constraints.*");
        return word;
    }

    /** A word of {@code SchemaObjects}. */
    String objectWord(String word) {
        words.add(SCHEMA + "SchemaObjects.*");
        return word;
    }

    /** The simple name of a class of the schema model. */
    String schemaClass(String name) {
        classes.add(SCHEMA + name);
        return name;
    }

    /** The simple name of a class. */
    String type(Class<?> type) {
        if (!type.getPackageName().equals("java.lang")) {
            classes.add(type.getName());
        }
        return type.getSimpleName();
    }

    /** The lines, the static imports first. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        words.forEach(word -> lines.append("import static ").append(word).append(";\n"));
        if (!words.isEmpty()) {
            lines.append('\n');
        }
        classes.forEach(type -> lines.append("import ").append(type).append(";\n"));
        return lines.toString();
    }
}

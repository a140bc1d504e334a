package dev.retort.script.java;

import dev.retort.error.MissingClass;
import dev.retort.error.NearMatches;
import dev.retort.schema.Columns;
import dev.retort.schema.Constraints;
import dev.retort.schema.SchemaObjects;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Suggests what to do about a name that the compiler does not find. */
final class CompileHint {

    private static final String RETORT = "dev.retort.";

    /** The packages that revisions use. */
    private static final List<String> PACKAGES = List.of("migration", "schema", "operation");

    /** The classes whose methods revisions use without qualification. */
    private static final List<Class<?>> WORDS = List.of(Columns.class, Constraints.class, SchemaObjects.class);

    private static final Pattern SYMBOL = Pattern.compile(
            "symbol: (?<kind>\\w+) (?<name>[\\w$]+)[^;]*(?:; location: (?:variable \\w+ of type|class|interface) (?<owner>[\\w.$]+))?");

    private static final Pattern PACKAGE = Pattern.compile("package (?<name>[\\w.]+) does not exist");

    private static final Pattern CLASS_FILE = Pattern.compile("class file for (?<name>[\\w.$]+) not found");

    private CompileHint() {}

    /** A hint for one of the errors, which the compiler reports in English and each on a line. */
    static Optional<String> of(List<String> errors) {
        List<Function<String, Optional<String>>> readers = List.of(CompileHint::symbol, CompileHint::library);
        return errors.stream()
                .flatMap(error -> readers.stream().flatMap(reader -> reader.apply(error).stream()))
                .findFirst();
    }

    private static Optional<String> symbol(String error) {
        Matcher symbol = SYMBOL.matcher(error);
        if (!symbol.find()) {
            return Optional.empty();
        }
        String name = symbol.group("name");
        String owner = symbol.group("owner");
        if (!symbol.group("kind").equals("method")) {
            return ownClass(name).map(found -> "Write 'import " + found + ";' at the top of the file.");
        }
        return error.contains("location: variable ") && owner != null && owner.startsWith(RETORT)
                ? methodMeant(name, owner)
                : word(name);
    }

    private static Optional<String> word(String name) {
        return WORDS.stream()
                .filter(type -> methods(type).anyMatch(name::equals))
                .findFirst()
                .map(type -> "Write 'import static " + type.getName() + ".*;' at the top of the file.");
    }

    private static Optional<String> methodMeant(String name, String owner) {
        try {
            List<String> known =
                    methods(Class.forName(owner)).distinct().sorted().toList();
            return NearMatches.of(name, known).stream().findFirst().map(meant -> "Did you mean '" + meant + "'?");
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Stream<String> methods(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getDeclaringClass() != Object.class)
                .map(Method::getName);
    }

    private static Optional<String> ownClass(String name) {
        return PACKAGES.stream()
                .map(part -> RETORT + part + "." + name)
                .filter(CompileHint::isThere)
                .findFirst();
    }

    private static boolean isThere(String className) {
        try {
            Class.forName(className, false, CompileHint.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static Optional<String> library(String error) {
        Matcher missing = PACKAGE.matcher(error);
        if (missing.find()) {
            String name = missing.group("name");
            return name.startsWith(RETORT)
                    ? Optional.of("What revisions use is in 'dev.retort.migration' and 'dev.retort.schema'.")
                    : Optional.of(new MissingClass(name + "."))
                            .filter(known -> known.library().isPresent())
                            .map(MissingClass::remedy);
        }
        Matcher file = CLASS_FILE.matcher(error);
        return file.find() ? Optional.of(new MissingClass(file.group("name")).remedy()) : Optional.empty();
    }
}

package dev.retort.error;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A class that is missing on the class path, found in a failure that it caused.
 *
 * @param name the class's name
 */
public record MissingClass(String name) {

    private static final Pattern NAME = Pattern.compile("[\\w$]+(?:[./][\\w$]+)+$");

    /** The libraries that entities and revisions need most, by the prefix of their classes' names. */
    private static final Map<String, String> LIBRARIES = libraries();

    private static Map<String, String> libraries() {
        Map<String, String> libraries = new LinkedHashMap<>();
        libraries.put("jakarta.persistence.", "jakarta.persistence:jakarta.persistence-api");
        libraries.put("jakarta.validation.", "jakarta.validation:jakarta.validation-api");
        libraries.put("jakarta.xml.bind.", "jakarta.xml.bind:jakarta.xml.bind-api");
        libraries.put("jakarta.transaction.", "jakarta.transaction:jakarta.transaction-api");
        libraries.put("jakarta.inject.", "jakarta.inject:jakarta.inject-api");
        libraries.put("org.hibernate.community.dialect.", "org.hibernate.orm:hibernate-community-dialects");
        libraries.put("org.hibernate.envers.", "org.hibernate.orm:hibernate-envers");
        libraries.put("org.hibernate.search.", "org.hibernate.search:hibernate-search-mapper-orm");
        libraries.put("org.hibernate.", "org.hibernate.orm:hibernate-core");
        libraries.put("org.springframework.data.jpa.", "org.springframework.data:spring-data-jpa");
        libraries.put("org.springframework.data.", "org.springframework.data:spring-data-commons");
        libraries.put("com.fasterxml.jackson.annotation.", "com.fasterxml.jackson.core:jackson-annotations");
        libraries.put("com.fasterxml.jackson.databind.", "com.fasterxml.jackson.core:jackson-databind");
        libraries.put("com.fasterxml.jackson.core.", "com.fasterxml.jackson.core:jackson-core");
        libraries.put("tools.jackson.databind.", "tools.jackson.core:jackson-databind");
        libraries.put("com.google.common.", "com.google.guava:guava");
        libraries.put("com.google.gson.", "com.google.code.gson:gson");
        libraries.put("com.zaxxer.hikari.", "com.zaxxer:HikariCP");
        libraries.put("javax.persistence.", "javax.persistence:javax.persistence-api");
        libraries.put("lombok.", "org.projectlombok:lombok");
        libraries.put("org.apache.commons.csv.", "org.apache.commons:commons-csv");
        libraries.put("org.apache.commons.lang3.", "org.apache.commons:commons-lang3");
        libraries.put("org.jooq.", "org.jooq:jooq");
        libraries.put("org.locationtech.jts.", "org.locationtech.jts:jts-core");
        libraries.put("org.slf4j.", "org.slf4j:slf4j-api");
        libraries.put("org.springframework.jdbc.", "org.springframework:spring-jdbc");
        return libraries;
    }

    /** The class that was missing first; empty if a failure has another cause. */
    public static Optional<MissingClass> behind(Throwable failure) {
        Optional<MissingClass> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Optional<MissingClass> deeper = named(cause);
            found = deeper.isPresent() ? deeper : found;
        }
        return found;
    }

    private static Optional<MissingClass> named(Throwable cause) {
        if (cause instanceof TypeNotPresentException absent) {
            return Optional.of(new MissingClass(absent.typeName()));
        }
        if (!(cause instanceof ClassNotFoundException) && !(cause instanceof NoClassDefFoundError)) {
            return Optional.empty();
        }
        String message = String.valueOf(cause.getMessage()).replaceFirst("^L(.*);$", "$1");
        Matcher name = NAME.matcher(message);
        // The class exists; its initialization failed.
        return message.startsWith("Could not initialize") || !name.find()
                ? Optional.empty()
                : Optional.of(new MissingClass(name.group().replace('/', '.')));
    }

    /** What to do, with the library that most likely has the class. */
    public String remedy() {
        return library()
                .map(library -> "Add " + library + " to the application's dependencies, or its jar to 'classpath'.")
                .orElse("Add the library that has it to the application's dependencies, or its jar to 'classpath'.");
    }

    /** The library that most likely has the class; empty when none is known. */
    public Optional<String> library() {
        return LIBRARIES.entrySet().stream()
                .filter(library -> name.startsWith(library.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}

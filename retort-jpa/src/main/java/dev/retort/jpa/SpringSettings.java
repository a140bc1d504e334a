package dev.retort.jpa;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The settings with which Spring Boot starts Hibernate: its naming strategies, and the application's own configuration in the default
 * profile. Values with placeholders are skipped.
 */
final class SpringSettings {

    private static final String PHYSICAL = "hibernate.physical_naming_strategy";
    private static final String IMPLICIT = "hibernate.implicit_naming_strategy";

    private static final String PHYSICAL_DEFAULT =
            "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy";

    /** The class of the strategy in Spring Boot 3 and in Spring Boot 4. */
    private static final List<String> IMPLICIT_DEFAULTS = List.of(
            "org.springframework.boot.orm.jpa.hibernate.SpringImplicitNamingStrategy",
            "org.springframework.boot.hibernate.SpringImplicitNamingStrategy");

    private static final String PROPERTIES = "spring.jpa.properties.";

    private static final Map<String, String> NAMING = Map.of(
            "spring.jpa.hibernate.naming.physical-strategy", PHYSICAL,
            "spring.jpa.hibernate.naming.implicit-strategy", IMPLICIT);

    private SpringSettings() {}

    /** The settings; none if Spring Boot is not on the class path. */
    static Map<String, String> of(ClassLoader loader) {
        if (loader.getResource("org/springframework/boot/SpringApplication.class") == null) {
            return Map.of();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(PHYSICAL, PHYSICAL_DEFAULT);
        IMPLICIT_DEFAULTS.stream()
                .filter(name -> loader.getResource(name.replace('.', '/') + ".class") != null)
                .findFirst()
                .ifPresent(name -> settings.put(IMPLICIT, name));
        // In Spring Boot, .properties takes precedence over .yaml, and config/ over the root.
        for (String folder : List.of("", "config/")) {
            for (String ending : List.of("yml", "yaml", "properties")) {
                URL file = loader.getResource(folder + "application." + ending);
                if (file != null) {
                    settings.putAll(translated(read(file, ending, loader)));
                }
            }
        }
        return settings;
    }

    private static Map<String, String> read(URL file, String ending, ClassLoader loader) {
        try (InputStream in = file.openStream()) {
            if (!ending.equals("properties")) {
                return YamlFile.defaultDocument(in, loader);
            }
            Properties properties = new Properties();
            properties.load(in);
            Map<String, String> values = new LinkedHashMap<>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        } catch (IOException e) {
            throw new EntityModelException(file + " cannot be read: " + e.getMessage(), Advice.NONE, e);
        }
    }

    private static Map<String, String> translated(Map<String, String> values) {
        Map<String, String> settings = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value.contains("${")) {
                return;
            }
            String naming = NAMING.get(key);
            if (naming != null) {
                settings.put(naming, value);
            } else if (key.startsWith(PROPERTIES)) {
                settings.put(key.substring(PROPERTIES.length()), value);
            }
        });
        return settings;
    }
}

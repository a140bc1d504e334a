package dev.retort.jpa;

import dev.retort.error.Advice;
import dev.retort.error.EntityModelException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A YAML file, read with the application's SnakeYAML, which every application with YAML configuration has. It is called by reflection
 * because this library does not depend on it.
 */
final class YamlFile {

    private YamlFile() {}

    /** The values of the documents without profile, their keys joined by dots; none if SnakeYAML is missing. */
    static Map<String, String> defaultDocument(InputStream in, ClassLoader loader) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            Class<?> yaml = Class.forName("org.yaml.snakeyaml.Yaml", true, loader);
            Object parser = yaml.getDeclaredConstructor().newInstance();
            Object documents = yaml.getMethod("loadAll", InputStream.class).invoke(parser, in);
            for (Object document : (Iterable<?>) documents) {
                Map<String, String> flat = new LinkedHashMap<>();
                flatten("", document, flat);
                if (flat.keySet().stream().noneMatch(YamlFile::namesProfile)) {
                    values.putAll(flat);
                }
            }
        } catch (ClassNotFoundException e) {
            return Map.of();
        } catch (ReflectiveOperationException e) {
            throw new EntityModelException("The application's YAML configuration cannot be read: " + e, Advice.NONE, e);
        }
        return values;
    }

    private static boolean namesProfile(String key) {
        return key.startsWith("spring.config.activate.") || key.equals("spring.profiles");
    }

    private static void flatten(String prefix, Object value, Map<String, String> flat) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> flatten(prefix.isEmpty() ? "" + key : prefix + "." + key, inner, flat));
        } else if (value != null && !prefix.isEmpty()) {
            flat.put(prefix, value.toString());
        }
    }
}

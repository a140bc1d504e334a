package dev.retort.compare;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Serializes values so that different values have different bytes: each text is preceded by its length. */
final class RecordText {

    private final Map<Class<?>, Method[]> accessors = new HashMap<>();
    private final StringBuilder text = new StringBuilder();

    /** The bytes of a record, a collection, a map or a simple value, including everything in it. */
    byte[] bytes(Object value) {
        text.setLength(0);
        add(value);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void add(@Nullable Object value) {
        if (value instanceof Record record) {
            Method[] components = accessors.computeIfAbsent(record.getClass(), RecordText::accessors);
            begin(record.getClass().getSimpleName(), components.length);
            for (Method component : components) {
                add(valueOf(component, record));
            }
        } else if (value instanceof Collection<?> elements) {
            begin("", elements.size());
            elements.forEach(this::add);
        } else if (value instanceof Map<?, ?> entries) {
            begin("", entries.size());
            entries.forEach((key, entry) -> {
                add(key);
                add(entry);
            });
        } else if (value == null) {
            text.append('-');
        } else if (value instanceof Boolean truth) {
            text.append(truth ? 't' : 'f');
        } else {
            String plain = value.toString();
            begin(value instanceof String ? "" : value.getClass().getSimpleName(), plain.length());
            text.append(plain);
        }
    }

    private void begin(String kind, int size) {
        text.append(kind).append(size).append(':');
    }

    private static Method[] accessors(Class<?> type) {
        return Stream.of(type.getRecordComponents())
                .map(RecordComponent::getAccessor)
                .toArray(Method[]::new);
    }

    private static @Nullable Object valueOf(Method component, Record record) {
        try {
            return component.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessors of these records are public.", e);
        }
    }
}

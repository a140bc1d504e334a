package dev.retort.tests.run;

import dev.retort.operation.CustomOperation;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.Column;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import dev.retort.testkit.OperationCase;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives all tables, constraints, indexes and other objects of a case names of their own, so that one database can hold many cases. */
final class RenamedCase {

    private final Pattern names;
    private final String ending;

    private RenamedCase(Set<String> names, String ending) {
        this.names = Pattern.compile(names.stream()
                .sorted(Comparator.comparing(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?<![\\w.'])(?:", ")(?!\\w)")));
        this.ending = ending;
    }

    /** The case with an ending at each name. An operation of one's own keeps its names, which may be anywhere in its class. */
    static OperationCase of(OperationCase test, String ending) {
        if (test.operation() instanceof CustomOperation) {
            return test;
        }
        Set<String> names = new TreeSet<>();
        Stream.concat(test.setUp().stream(), Stream.of(test.operation()))
                .flatMap(operation -> operation.change().parts().stream())
                .forEach(part -> add(part, names));
        test.after().objects().forEach(object -> add(object, names));
        names.remove(OperationCase.OTHER_SCHEMA);
        return names.isEmpty() ? test : (OperationCase) new RenamedCase(names, ending).renamed(test);
    }

    private static void add(SchemaChange.Part part, Set<String> names) {
        if (part instanceof SchemaChange.Made made) {
            add(made.object(), names);
        } else if (part instanceof SchemaChange.Dropped dropped) {
            names.add(dropped.object().name().name());
        } else if (part instanceof SchemaChange.RenamedTable table) {
            names.addAll(List.of(table.from().name(), table.to().name()));
        } else if (part instanceof SchemaChange.RenamedObject object) {
            names.addAll(List.of(object.from().name().name(), object.to().name()));
        } else if (part instanceof SchemaChange.RenamedElement element) {
            names.addAll(List.of(element.from(), element.to()));
        } else if (part instanceof SchemaChange.DroppedElement element && element.name() != null) {
            names.add(element.name());
        } else if (part instanceof SchemaChange.Added added && !(added.element() instanceof Column)) {
            Stream.ofNullable(added.element().name()).forEach(names::add);
        }
    }

    private static void add(SchemaObject object, Set<String> names) {
        names.add(object.name().name());
        if (object instanceof Table table) {
            Stream.concat(table.constraints().stream(), table.indexes().stream())
                    .flatMap(element -> Stream.ofNullable(element.name()))
                    .forEach(names::add);
        }
    }

    private @Nullable Object renamed(@Nullable Object value) {
        if (value instanceof String text) {
            return names.matcher(text).replaceAll(found -> found.group().replace("$", "\\$") + ending);
        } else if (value instanceof SchemaSnapshot snapshot) {
            return SchemaSnapshot.of(snapshot.objects().stream()
                    .map(object -> (SchemaObject) renamed(object))
                    .toList());
        } else if (value instanceof List<?> list) {
            List<@Nullable Object> all = new ArrayList<>();
            list.forEach(each -> all.add(renamed(each)));
            return all;
        } else if (value instanceof Record record) {
            return renamed(record);
        }
        return value;
    }

    private Object renamed(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        try {
            Constructor<?> constructor = record.getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                components[i].getAccessor().setAccessible(true);
                values[i] = renamed(components[i].getAccessor().invoke(record));
            }
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            throw new IllegalArgumentException(record.toString(), refused.getCause());
        } catch (ReflectiveOperationException none) {
            throw new IllegalStateException(none);
        }
    }
}

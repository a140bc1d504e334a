package dev.retort.rows;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import dev.retort.operation.RowReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of a JSON file. */
final class JsonRows implements RowReader {

    private final JsonObjects objects;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private @Nullable List<String> columns;
    private @Nullable List<@Nullable Object> first;

    JsonRows(InputStream content) throws IOException {
        objects = JsonObjects.in(new Utf8Reader(content));
    }

    @Override
    public List<String> columns() throws IOException {
        if (columns == null) {
            Map<String, @Nullable Object> object = object();
            if (object != null && object.isEmpty()) {
                throw new IOException("the first object has no keys, which are the columns");
            }
            columns = object == null ? List.of() : List.copyOf(object.keySet());
            columns.forEach(column -> numbers.put(column, numbers.size()));
            first = object == null ? null : row(object);
        }
        return columns;
    }

    @Override
    public @Nullable List<@Nullable Object> next() throws IOException {
        if (columns().isEmpty()) {
            return null;
        }
        List<@Nullable Object> row = first;
        first = null;
        if (row != null) {
            return row;
        }
        Map<String, @Nullable Object> object = object();
        return object == null ? null : row(object);
    }

    private List<@Nullable Object> row(Map<String, @Nullable Object> object) throws IOException {
        @Nullable Object[] values = new Object[numbers.size()];
        for (Map.Entry<String, @Nullable Object> entry : object.entrySet()) {
            Integer number = numbers.get(entry.getKey());
            if (number == null) {
                throw new IOException("its key '" + entry.getKey() + "' is none of the first object: "
                        + String.join(", ", numbers.keySet()));
            }
            values[number] = entry.getValue();
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    private @Nullable Map<String, @Nullable Object> object() throws IOException {
        JsonReader json = null;
        try {
            json = objects.next();
            return json == null ? null : object(json);
        } catch (MalformedJsonException e) {
            throw new IOException("it is no JSON" + (json == null ? "" : " at " + json.getPath()), e);
        } catch (EOFException e) {
            throw new IOException("its JSON has no end", e);
        } catch (IllegalStateException e) {
            throw new IOException("there is something else than an object", e);
        }
    }

    private static Map<String, @Nullable Object> object(JsonReader json) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        json.beginObject();
        while (json.peek() != JsonToken.END_OBJECT) {
            String key = json.nextName();
            if (object.containsKey(key)) {
                throw new IOException("its key '" + key + "' is there twice");
            }
            object.put(key, JsonValues.next(json));
        }
        json.endObject();
        return object;
    }

    @Override
    public long line() {
        return objects.line();
    }

    @Override
    public void close() throws IOException {
        objects.close();
    }
}

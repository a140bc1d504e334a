package dev.retort.rows;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/** The values of JSON as those of a database. */
final class JsonValues {

    private JsonValues() {}

    /** The next value: a text, a number, a boolean or null; the JSON text of anything else. */
    static @Nullable Object next(JsonReader json) throws IOException {
        JsonToken token = json.peek();
        return switch (token) {
            case STRING -> withoutNul(json.nextString());
            case NUMBER -> Numbers.read(json.nextString());
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            default -> text(json);
        };
    }

    private static String withoutNul(String text) throws IOException {
        if (text.indexOf('\0') >= 0) {
            throw new IOException(Utf8Reader.NUL);
        }
        return text;
    }

    private static String text(JsonReader json) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter writer = new JsonWriter(text);
        copy(json, writer);
        writer.flush();
        return text.toString();
    }

    private static void copy(JsonReader json, JsonWriter writer) throws IOException {
        switch (json.peek()) {
            case BEGIN_ARRAY -> {
                json.beginArray();
                writer.beginArray();
                while (json.peek() != JsonToken.END_ARRAY) {
                    copy(json, writer);
                }
                json.endArray();
                writer.endArray();
            }
            case BEGIN_OBJECT -> {
                json.beginObject();
                writer.beginObject();
                while (json.peek() != JsonToken.END_OBJECT) {
                    writer.name(json.nextName());
                    copy(json, writer);
                }
                json.endObject();
                writer.endObject();
            }
            case NUMBER -> writer.jsonValue(json.nextString());
            case STRING -> writer.value(json.nextString());
            case BOOLEAN -> writer.value(json.nextBoolean());
            default -> {
                json.nextNull();
                writer.nullValue();
            }
        }
    }
}

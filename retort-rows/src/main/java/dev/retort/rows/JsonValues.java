package dev.retort.rows;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The values of JSON as those of a database. */
final class JsonValues {

    /** The longest number that certainly is a {@code long}. */
    private static final int SHORT = 18;

    /** More digits than the numbers of any database have. */
    private static final int MOST_DIGITS = 100_000;

    private JsonValues() {}

    /** The next value: a text, a number, a boolean or null; the JSON text of anything else. */
    static @Nullable Object next(JsonReader json) throws IOException {
        JsonToken token = json.peek();
        return switch (token) {
            case STRING -> json.nextString();
            case NUMBER -> number(json.nextString());
            case BOOLEAN -> json.nextBoolean();
            case NULL -> {
                json.nextNull();
                yield null;
            }
            default -> text(json);
        };
    }

    private static Number number(String written) throws IOException {
        if (written.length() <= SHORT
                && written.chars().allMatch(character -> character == '-' || Character.isDigit(character))) {
            return Long.valueOf(written);
        }
        try {
            BigDecimal number = new BigDecimal(written);
            if (Math.abs((long) number.scale()) <= MOST_DIGITS) {
                return number;
            }
        } catch (NumberFormatException tooLarge) {
            throw new IOException("its number " + written + " is larger than a database keeps", tooLarge);
        }
        throw new IOException("its number " + written + " has more digits than a database keeps");
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

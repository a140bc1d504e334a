package dev.retort.cli;

import dev.retort.error.ControlCharacters;
import java.io.PrintStream;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Prints one JSON object. */
final class Json {

    private Json() {}

    /** Prints the object whose properties the body writes, on one line. */
    static void print(PrintStream out, Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.accept(json);
            json.writeEndObject();
        }
        // It escapes what is below the blank and no other control character.
        out.println(ControlCharacters.shown(text.toString()));
    }

    /** Writes a list of texts as a property. */
    static void list(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Writes an object as a property whose own properties the body writes; null where there is none. */
    static <T> void object(JsonGenerator json, String name, Optional<T> value, Consumer<T> body) {
        if (value.isEmpty()) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        body.accept(value.get());
        json.writeEndObject();
    }
}

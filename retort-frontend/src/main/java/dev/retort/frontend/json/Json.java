package dev.retort.frontend.json;

import dev.retort.error.ControlCharacters;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonGeneratorDelegate;

/** Writes one JSON object. */
final class Json {

    private Json() {}

    /** The object whose properties the body writes, on one line with its end; the texts in it as they may be shown. */
    static String masked(UnaryOperator<String> masked, Consumer<JsonGenerator> body) {
        return whole(generator -> body.accept(new MaskedTexts(generator, masked)));
    }

    /** An object as the body writes it, on one line with its end. */
    static String whole(Consumer<JsonGenerator> body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            body.accept(json);
            json.writeEndObject();
        }
        // It escapes what is below the blank and no other control character.
        return ControlCharacters.shown(text.toString()) + System.lineSeparator();
    }

    /** Writes texts without passwords, which could no longer be told from the signs of JSON in the object. */
    private static final class MaskedTexts extends JsonGeneratorDelegate {

        private final UnaryOperator<String> masked;

        MaskedTexts(JsonGenerator target, UnaryOperator<String> masked) {
            super(target);
            this.masked = masked;
        }

        @Override
        public JsonGenerator writeString(@Nullable String text) {
            return super.writeString(text == null ? null : masked.apply(text));
        }
    }

    /** Writes a list of texts as a property. */
    static void list(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    /** Writes an object as a property whose own properties the body writes; null where there is none. */
    static <T> void object(JsonGenerator json, String name, @Nullable T value, Consumer<T> body) {
        if (value == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        body.accept(value);
        json.writeEndObject();
    }
}

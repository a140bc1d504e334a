package dev.retort.rows;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import org.jspecify.annotations.Nullable;

/** The objects of a JSON file, one after the other. */
sealed interface JsonObjects extends Closeable {

    /** The parser before the next object, after the last one was read to its end; null if there is none. */
    @Nullable
    JsonReader next() throws IOException;

    /** The line that is being read, counted from 1. */
    long line();

    /** Those of a text, which is one array of objects or has an object on each line. */
    static JsonObjects in(Reader content) throws IOException {
        BufferedReader text = new BufferedReader(content, 1 << 16);
        int blank = 0;
        int begin;
        do {
            text.mark(1);
            begin = text.read();
            blank += begin == '\n' ? 1 : 0;
        } while (begin >= 0 && Character.isWhitespace(begin));
        if (begin >= 0) {
            text.reset();
        }
        return begin == '[' ? new InArray(text, blank) : new OnLines(text, blank);
    }

    private static JsonReader parser(Reader text) {
        JsonReader json = new JsonReader(text);
        json.setStrictness(Strictness.STRICT);
        return json;
    }

    /** The elements of an array. */
    final class InArray implements JsonObjects {

        private final int linesBefore;
        private final LineByLine text;
        private final JsonReader json;
        private boolean begun;

        InArray(Reader text, int linesBefore) {
            this.linesBefore = linesBefore;
            this.text = new LineByLine(text);
            this.json = parser(this.text);
        }

        @Override
        public @Nullable JsonReader next() throws IOException {
            if (!begun) {
                begun = true;
                json.beginArray();
            }
            text.beginObject();
            if (json.hasNext()) {
                return json;
            }
            json.endArray();
            JsonToken unused = json.peek(); // fails unless the text ends
            return null;
        }

        @Override
        public long line() {
            return linesBefore + text.line();
        }

        @Override
        public void close() throws IOException {
            json.close();
        }
    }

    /** Each on its line. */
    final class OnLines implements JsonObjects {

        private final LineByLine text;
        private final char[] part = new char[1 << 13];
        private long line;
        private @Nullable JsonReader previous;

        OnLines(Reader text, int linesBefore) {
            this.text = new LineByLine(text);
            this.line = linesBefore;
        }

        @Override
        public @Nullable JsonReader next() throws IOException {
            if (previous != null) {
                JsonToken unused = previous.peek(); // fails unless the line ends
            }
            String content;
            do {
                line++;
                content = readLine();
            } while (content != null && content.isBlank());
            previous = content == null ? null : parser(new StringReader(content));
            return previous;
        }

        private @Nullable String readLine() throws IOException {
            text.beginObject();
            StringBuilder content = new StringBuilder();
            for (int read = text.read(part); read >= 0; read = text.read(part)) {
                content.append(part, 0, read);
                if (text.atLineEnd()) {
                    return content.toString();
                }
            }
            return content.isEmpty() ? null : content.toString();
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public void close() throws IOException {
            text.close();
        }
    }
}

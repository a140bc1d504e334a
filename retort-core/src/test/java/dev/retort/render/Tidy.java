package dev.retort.render;

import dev.retort.operation.CustomOperation;
import dev.retort.operation.DialectName;
import java.util.List;

/** An operation that is none of the library's own. */
public record Tidy(String what) implements CustomOperation {

    @Override
    public String describe() {
        return "tidy up " + what;
    }

    @Override
    public List<String> statements(DialectName dialect) {
        return List.of("DELETE FROM " + what);
    }

    @Override
    public String source() {
        return "new dev.retort.render.Tidy(" + JavaText.literal(what) + ")";
    }
}

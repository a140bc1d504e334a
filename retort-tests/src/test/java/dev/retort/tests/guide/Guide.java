package dev.retort.tests.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with commands to type.
 *
 * @param blocks its blocks of shell commands, in order
 */
record Guide(List<String> blocks) {

    private static final String OPENING = "```sh";
    private static final String CLOSING = "```";

    static Guide read(Path markdown) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = null;
        for (String line : Files.readAllLines(markdown)) {
            if (block == null) {
                block = line.equals(OPENING) ? new StringBuilder() : null;
            } else if (line.equals(CLOSING)) {
                blocks.add(block.toString());
                block = null;
            } else {
                block.append(line).append('\n');
            }
        }
        return new Guide(List.copyOf(blocks));
    }
}

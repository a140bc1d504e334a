package dev.retort.frontend.template;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import dev.retort.error.ConfigurationException;
import dev.retort.error.FileReason;
import dev.retort.error.SourcePosition;
import dev.retort.error.SpecialFile;
import dev.retort.migration.RevisionHeader;
import dev.retort.spi.RevisionParts;
import dev.retort.spi.RevisionTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A template of one's own for new revision files, in the language Mustache. */
public final class TemplateFile implements RevisionTemplate {

    private static final String KEY = "template";

    private final Path file;

    /** The template in a file, which is read when it is used. */
    public TemplateFile(Path file) {
        this.file = file;
    }

    @Override
    public String text(RevisionParts parts) {
        try {
            SpecialFile.refuse(file);
            return Mustache.compiler()
                    .escapeHTML(false)
                    .compile(Files.readString(file))
                    .execute(values(parts));
        } catch (IOException e) {
            throw new ConfigurationException(
                    KEY,
                    "The template " + file + " cannot be read: " + FileReason.of(e) + ".",
                    null,
                    "Correct 'template'.");
        } catch (MustacheException e) {
            throw new ConfigurationException(
                    KEY,
                    "The template cannot be used: " + e.getMessage(),
                    SourcePosition.of(file.toString()),
                    "The values are: "
                            + String.join(
                                    ", ",
                                    values(parts).keySet().stream().sorted().toList()) + ".");
        }
    }

    private static Map<String, Object> values(RevisionParts parts) {
        RevisionHeader header = parts.header();
        Map<String, Object> values = new HashMap<>();
        values.put("id", header.id());
        values.put("revises", header.revises());
        values.put("depends_on", header.dependsOn());
        values.put("labels", header.labels());
        values.put("message", header.message());
        values.put("created", header.created() == null ? "" : header.created().toString());
        values.put("package", parts.packageName());
        values.put("class_name", parts.className());
        values.put("imports", parts.imports());
        values.put("documentation", parts.documentation());
        values.put("annotation", parts.annotation());
        values.put("upgrade", parts.upgrade());
        values.put("downgrade", parts.downgrade());
        return values;
    }
}

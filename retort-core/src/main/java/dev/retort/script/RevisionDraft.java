package dev.retort.script;

import dev.retort.migration.RevisionHeader;
import java.nio.file.Path;

/**
 * What is decided about a new revision before its text is rendered.
 *
 * @param header the header that the text must have
 * @param format the format of the file
 * @param path the file to write
 * @param packageName the Java package; empty for none, and in SQL
 * @param className the Java class; empty in SQL
 */
public record RevisionDraft(
        RevisionHeader header, RevisionFormat format, Path path, String packageName, String className) {}

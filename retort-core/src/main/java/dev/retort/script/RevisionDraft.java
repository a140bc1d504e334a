package dev.retort.script;

import dev.retort.migration.RevisionHeader;
import java.nio.file.Path;

/**
 * What is settled about a new revision before its text is rendered.
 *
 * @param header the header that the text must have
 * @param format what to write it in
 * @param path the file it will become
 * @param packageName the Java package; empty for none, and in SQL
 * @param className the Java class; empty in SQL
 */
public record RevisionDraft(
        RevisionHeader header, RevisionFormat format, Path path, String packageName, String className) {}

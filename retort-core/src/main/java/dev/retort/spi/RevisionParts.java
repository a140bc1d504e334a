package dev.retort.spi;

import dev.retort.migration.RevisionHeader;

/**
 * The parts of a revision file, for a template.
 *
 * @param header what the file says about itself
 * @param packageName the Java package; empty for none, and in SQL
 * @param className the Java class; empty in SQL
 * @param imports the import lines; empty in SQL
 * @param documentation the Javadoc with the message; the header lines in SQL
 * @param annotation the {@code @Revision}; empty in SQL
 * @param upgrade the method, or the statements, of the upgrade
 * @param downgrade the method, or the statements, of the downgrade
 */
public record RevisionParts(
        RevisionHeader header,
        String packageName,
        String className,
        String imports,
        String documentation,
        String annotation,
        String upgrade,
        String downgrade) {}

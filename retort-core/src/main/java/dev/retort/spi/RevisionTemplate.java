package dev.retort.spi;

/** A template for revision files. */
@FunctionalInterface
public interface RevisionTemplate {

    /** The text of the file. */
    String text(RevisionParts parts);

    /** The built-in template of Java revisions. */
    RevisionTemplate JAVA = parts -> (parts.packageName().isEmpty() ? "" : "package " + parts.packageName() + ";\n\n")
            + parts.imports() + "\n"
            + parts.documentation()
            + parts.annotation() + "\n"
            + "public final class " + parts.className() + " implements Migration {\n\n"
            + parts.upgrade() + "\n"
            + parts.downgrade()
            + "}\n";

    /** The built-in template of SQL revisions. */
    RevisionTemplate SQL = parts -> parts.documentation() + "\n" + parts.upgrade()
            + (parts.downgrade().isEmpty() ? "" : "\n" + parts.downgrade());
}

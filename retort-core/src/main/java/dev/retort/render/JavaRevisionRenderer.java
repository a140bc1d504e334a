package dev.retort.render;

import dev.retort.migration.Naming;
import dev.retort.migration.RevisionHeader;
import dev.retort.operation.GeneratedOperation;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.spi.RevisionParts;
import dev.retort.spi.RevisionTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a revision as a Java source file. Recording what it has written gives the same operations again. */
public final class JavaRevisionRenderer {

    private static final String METHOD_INDENT = "    ";
    private static final String BODY_INDENT = "        ";

    /**
     * How many characters of source go into one method. A method holds 64 KB of byte code at most, and no statement that is written
     * here takes more bytes than it has characters.
     */
    private static final int METHOD_CHARACTERS = 40_000;

    private final Naming naming;

    /** A renderer for revisions that are recorded without a naming convention. */
    public JavaRevisionRenderer() {
        this(Naming.NONE);
    }

    /**
     * A renderer.
     *
     * @param naming what gives the operations names when the revision is recorded
     */
    public JavaRevisionRenderer(Naming naming) {
        this.naming = naming;
    }

    /**
     * The text of the file. The downgrade drops columns, indexes, tables and sequences by name alone: nobody reverses a downgrade.
     *
     * @param revision what to write
     * @param packageName the package; empty for none
     * @param className the class
     * @throws IllegalArgumentException when an operation cannot be written, as a data step in Java cannot
     */
    public String render(GeneratedRevision revision, String packageName, String className) {
        return RevisionTemplate.JAVA.text(parts(revision, packageName, className));
    }

    /** The parts of the file, for a custom template. */
    public RevisionParts parts(GeneratedRevision revision, String packageName, String className) {
        Imports imports = new Imports();
        if (revision.upgrade().operations().isEmpty()
                && revision.downgrade().operations().isEmpty()) {
            imports.columnWords();
        }
        String upgradeMethod = method("upgrade", statements(revision.upgrade(), imports, true));
        String downgradeMethod = method("downgrade", statements(revision.downgrade(), imports, false));
        String documentation = JavaText.javadoc(revision.header().message()).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        return new RevisionParts(
                revision.header(),
                packageName,
                className,
                imports.lines(),
                documentation,
                annotation(revision.header()),
                upgradeMethod,
                downgradeMethod);
    }

    private static String annotation(RevisionHeader header) {
        List<Expression> attributes = new ArrayList<>();
        attributes.add(Expression.text("id = " + JavaText.literal(header.id())));
        addList(attributes, "revises", header.revises());
        addList(attributes, "dependsOn", header.dependsOn());
        addList(attributes, "labels", header.labels());
        if (header.created() != null) {
            attributes.add(Expression.text(
                    "created = " + JavaText.literal(header.created().toString())));
        }
        if (header.apiLevel() != 1) {
            attributes.add(Expression.text("apiLevel = " + header.apiLevel()));
        }
        return Expression.call("@Revision", attributes).layout("", 0);
    }

    private static void addList(List<Expression> attributes, String name, List<String> entries) {
        if (entries.size() == 1) {
            attributes.add(Expression.text(name + " = " + JavaText.literal(entries.get(0))));
        } else if (!entries.isEmpty()) {
            attributes.add(Expression.text(
                    entries.stream().map(JavaText::literal).collect(Collectors.joining(", ", name + " = {", "}"))));
        }
    }

    private List<String> statements(GeneratedOperations generated, Imports imports, boolean reversible) {
        JavaStatements writer = new JavaStatements(imports, "op", BODY_INDENT, reversible);
        List<String> statements = new ArrayList<>();
        generated.notices().forEach(notice -> statements.add(comment(notice)));
        for (GeneratedOperation one : generated.generated()) {
            String comments =
                    one.hazards().stream().map(hazard -> comment(hazard) + "\n").collect(Collectors.joining());
            boolean exact = naming.changes(one.operation());
            statements.add(comments + (exact ? writer.exactly(one.operation()) : writer.statement(one.operation())));
        }
        return statements;
    }

    private static String comment(Hazard hazard) {
        return String.join("\n", JavaText.comment("ATTENTION: " + hazard.sentence(), BODY_INDENT));
    }

    /** A method, or a method that calls several when its statements do not fit into one. */
    private static String method(String name, List<String> statements) {
        List<String> parts = parts(statements);
        String heading = METHOD_INDENT + "@Override\n" + METHOD_INDENT + "public void " + name + "(Operations op) {\n";
        if (parts.size() == 1) {
            return heading + parts.get(0) + METHOD_INDENT + "}\n";
        }
        StringBuilder calls = new StringBuilder(heading);
        StringBuilder methods = new StringBuilder();
        for (int i = 1; i <= parts.size(); i++) {
            String part = name + "Part" + i;
            calls.append(BODY_INDENT).append(part).append("(op);\n");
            methods.append('\n')
                    .append(METHOD_INDENT)
                    .append("private static void ")
                    .append(part);
            methods.append("(Operations op) {\n")
                    .append(parts.get(i - 1))
                    .append(METHOD_INDENT)
                    .append("}\n");
        }
        return calls.append(METHOD_INDENT).append("}\n").append(methods).toString();
    }

    private static List<String> parts(List<String> statements) {
        if (statements.isEmpty()) {
            return List.of(BODY_INDENT + "// Nothing to do.\n");
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (String statement : statements) {
            if (!part.isEmpty() && part.length() + statement.length() > METHOD_CHARACTERS) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(statement).append('\n');
        }
        parts.add(part.toString());
        return parts;
    }
}

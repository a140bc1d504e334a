package dev.retort.render;

import dev.retort.migration.RevisionHeader;
import dev.retort.script.sql.SqlMarker;
import dev.retort.spi.RevisionParts;
import dev.retort.spi.RevisionTemplate;
import dev.retort.sql.Terminator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes a revision as an SQL file, from statements that a dialect has made. */
public final class SqlRevisionRenderer {

    /** What begins or ends a comment or a quote in some databases and not in others, or hides what follows it on the line. */
    private static final Pattern READ_DIFFERENTLY = Pattern.compile("--|/\\*|[\\\\#$]");

    /** The renderer; it has no settings. */
    public SqlRevisionRenderer() {}

    /**
     * The text of the file.
     *
     * @param header what the file says about itself
     * @param upgrade the upgrade
     * @param downgrade the downgrade; null when it cannot be reversed, and then there is no such section
     * @throws IllegalArgumentException when a statement holds a line that would open a section or close a block
     */
    public String render(RevisionHeader header, SqlSection upgrade, @Nullable SqlSection downgrade) {
        return RevisionTemplate.SQL.text(parts(header, upgrade, downgrade));
    }

    /** The parts of the file, for a custom template. */
    public RevisionParts parts(RevisionHeader header, SqlSection upgrade, @Nullable SqlSection downgrade) {
        StringBuilder documentation = new StringBuilder();
        appendHeader(documentation, header);
        return new RevisionParts(
                header,
                "",
                "",
                "",
                documentation.toString(),
                "",
                text(SqlMarker.Kind.UPGRADE, upgrade),
                downgrade == null ? "" : text(SqlMarker.Kind.DOWNGRADE, downgrade));
    }

    private static String text(SqlMarker.Kind kind, SqlSection section) {
        StringBuilder text = new StringBuilder(kind.line()).append('\n');
        section.hazards()
                .forEach(hazard -> text.append("-- ATTENTION: ")
                        .append(hazard.sentence().strip().replaceAll("\\s+", " "))
                        .append('\n'));
        section.statements().forEach(statement -> append(text, statement));
        return text.toString();
    }

    private static void appendHeader(StringBuilder file, RevisionHeader header) {
        appendKey(file, "revision", header.id());
        appendList(file, "revises", header.revises());
        appendList(file, "depends on", header.dependsOn());
        appendList(file, "labels", header.labels());
        if (header.created() != null) {
            appendKey(file, "created", header.created().toString());
        }
        header.message().strip().lines().forEach(line -> appendKey(file, "message", line.strip()));
        if (header.apiLevel() != 1) {
            appendKey(file, "api level", String.valueOf(header.apiLevel()));
        }
    }

    private static void appendList(StringBuilder file, String key, List<String> entries) {
        if (!entries.isEmpty()) {
            appendKey(file, key, String.join(", ", entries));
        }
    }

    private static void appendKey(StringBuilder file, String key, String value) {
        file.append("-- ")
                .append(key)
                .append(':')
                .append(value.isEmpty() ? "" : " ")
                .append(value)
                .append('\n');
    }

    private static void append(StringBuilder file, String statement) {
        String sql = withoutTerminator(statement);
        if (sql.lines().anyMatch(SqlMarker::cutsStatement)) {
            throw new IllegalArgumentException("A line of this statement is a marker in a revision file: " + sql);
        }
        if (standsAlone(sql)) {
            file.append(sql).append(";\n");
        } else {
            file.append(SqlMarker.Kind.STATEMENT.line())
                    .append('\n')
                    .append(sql)
                    .append('\n')
                    .append(SqlMarker.Kind.END.line())
                    .append('\n');
        }
    }

    private static String withoutTerminator(String statement) {
        String sql = statement.strip();
        return sql.toUpperCase(Locale.ROOT).endsWith("END;") ? sql : Terminator.removedFrom(sql);
    }

    /** Whether every database finds the end of the statement at the semicolon that is put after it. */
    private static boolean standsAlone(String sql) {
        return !READ_DIFFERENTLY.matcher(sql).find() && !semicolonOutsideQuotes(sql);
    }

    private static boolean semicolonOutsideQuotes(String sql) {
        char quote = 0;
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (quote == 0 && c == ';') {
                return true;
            }
            if (quote == 0 && (c == '\'' || c == '"' || c == '`')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            }
        }
        return false;
    }
}

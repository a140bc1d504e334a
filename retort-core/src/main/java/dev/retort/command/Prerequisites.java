package dev.retort.command;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.NeededObjects;
import dev.retort.operation.Operation;
import dev.retort.schema.EnumType;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** What generated operations need and no operation makes: schemas and types. */
final class Prerequisites {

    private Prerequisites() {}

    /**
     * What is missing and what to write for it, a sentence each without its full stop.
     *
     * @param typeStatements statements that make types, by the type's name in lower case
     */
    static List<String> missing(
            Connection connection,
            Dialect dialect,
            List<Operation> operations,
            Map<String, List<String>> typeStatements)
            throws SQLException {
        NeededObjects missing = dialect.inspector().missing(connection, NeededObjects.of(operations));
        List<String> sentences = new ArrayList<>();
        missing.schemas()
                .forEach(schema -> sentences.add("schema " + schema + " is not there; by hand: CREATE SCHEMA "
                        + dialect.identifiers().write(schema)));
        TreeSet<String> types = new TreeSet<>();
        missing.types().forEach(type -> types.add(sentence(dialect, type, typeStatements)));
        sentences.addAll(types);
        return sentences;
    }

    private static String sentence(Dialect dialect, SqlType type, Map<String, List<String>> typeStatements) {
        String written = dialect.types().render(type);
        List<String> statements =
                typeStatements.getOrDefault(QualifiedName.parse(written).name().toLowerCase(Locale.ROOT), List.of());
        String advice = "CREATE TYPE or CREATE DOMAIN, or the CREATE EXTENSION that it comes with";
        if (!statements.isEmpty()) {
            advice = String.join("; ", statements);
        } else if (type instanceof EnumType words) {
            advice = "CREATE TYPE " + written + " AS ENUM ("
                    + String.join(
                            ", ",
                            words.values().stream()
                                    .map(dialect.literals()::text)
                                    .toList()) + ")";
        }
        return "type " + written + " is not there; by hand: " + advice;
    }
}

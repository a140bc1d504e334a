package dev.retort.dialect;

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

/** Schemas and types that operations need and no operation creates. */
public final class Prerequisites {

    private Prerequisites() {}

    /**
     * What is missing, or differs, and the statements for it, one sentence each without its full stop.
     *
     * @param typeStatements statements that create types, by the type's name in lower case
     */
    public static List<String> missing(
            Connection connection,
            Dialect dialect,
            List<Operation> operations,
            Map<String, List<String>> typeStatements)
            throws SQLException {
        NeededObjects missing = dialect.inspector().missing(connection, NeededObjects.of(operations));
        List<String> sentences = new ArrayList<>();
        missing.schemas()
                .forEach(schema -> sentences.add("schema " + schema + " does not exist; by hand: CREATE SCHEMA "
                        + dialect.identifiers().write(schema)));
        TreeSet<String> types = new TreeSet<>();
        missing.types().forEach(type -> types.add(sentence(dialect, type, typeStatements)));
        sentences.addAll(types);
        List<Operation> others = operations.stream()
                .filter(operation -> !changesLabels(operation))
                .toList();
        sentences.addAll(dialect.inspector().differentLabels(connection, NeededObjects.of(others)));
        return sentences;
    }

    /** A column with an enum type reports itself which labels are missing. */
    private static boolean changesLabels(Operation operation) {
        return operation.change().alteredColumns().stream()
                .anyMatch(column -> column.was() != null
                        && NeededObjects.element(column.was().type()) instanceof EnumType);
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
        return "type " + written + " does not exist; by hand: " + advice;
    }
}

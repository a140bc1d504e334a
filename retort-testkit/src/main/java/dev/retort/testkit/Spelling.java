package dev.retort.testkit;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateTable;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dialect makes of a case, as text to be reviewed. */
record Spelling(Dialect dialect) {

    private static final String UNSUPPORTED = "-- unsupported, because ";
    private static final String NO_WAY_BACK = "-- no way back, because ";
    private static final String NOTHING = "-- nothing to do";

    String of(OperationCase test) {
        Optional<String> refusal = Stream.concat(Stream.of(test.operation()), test.setUp().stream())
                .flatMap(operation -> refusal(operation).stream())
                .findFirst();
        if (refusal.isPresent()) {
            return UNSUPPORTED + refusal.get();
        }
        List<String> lines = new ArrayList<>();
        for (Executable executable : dialect.ddl().compile(test.operation())) {
            lines.add(text(executable, test.setUp()));
        }
        if (lines.isEmpty()) {
            lines.add(NOTHING);
        }
        test.operation().reverse().flatMap(this::refusal).ifPresent(why -> lines.add(NO_WAY_BACK + why));
        return String.join("\n", lines);
    }

    private Optional<String> refusal(Operation operation) {
        try {
            dialect.ddl().compile(operation);
            return Optional.empty();
        } catch (UnsupportedByDialectException refusal) {
            return Optional.of(refusal.why());
        }
    }

    private static String text(Executable executable, List<Operation> setUp) {
        if (executable instanceof SqlStatement statement) {
            return text(statement);
        }
        if (executable instanceof FromCatalog later) {
            return "-- the table being as it is:\n" + text(later, before(later.table(), setUp));
        }
        return "-- " + executable.operation().describe();
    }

    private static String text(SqlStatement statement) {
        return statement.sql() + ";" + (statement.arguments().isEmpty() ? "" : "\n-- with " + statement.arguments());
    }

    private static String text(FromCatalog later, Table before) {
        try {
            return later.statements().of(before).stream().map(Spelling::text).collect(Collectors.joining("\n"));
        } catch (SQLException lacking) {
            throw new IllegalArgumentException(lacking);
        }
    }

    private static Table before(QualifiedName table, List<Operation> setUp) {
        return setUp.stream()
                .filter(CreateTable.class::isInstance)
                .map(operation -> ((CreateTable) operation).table())
                .filter(made -> made.name().equals(table))
                .findFirst()
                .orElseThrow();
    }
}

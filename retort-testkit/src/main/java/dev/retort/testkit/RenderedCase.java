package dev.retort.testkit;

import dev.retort.dialect.AlteredFromCatalog;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.LoadFile;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.Existence;
import dev.retort.operation.Operation;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Table;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a dialect without a connection compiles a case to, as text for review. */
record RenderedCase(Dialect dialect, OperationCase test) {

    private static final String UNSUPPORTED = "-- unsupported, because ";
    private static final String NOTHING = "-- nothing to do";
    private static final String REVERSE = "-- reverse:";
    private static final String NO_REVERSE = "-- no reverse";
    private static final String IF_MISSING = "-- if it is missing:";
    private static final String IF_PRESENT = "-- if it is there:";
    private static final String OUTSIDE = "-- outside the transaction";
    private static final String SCRIPTED = "-- in a script:";
    private static final String CHECKED = "-- refused if this finds something:";
    private static final String SENT = "-- otherwise:";
    private static final String CONNECTED = "-- only with a connection, which is asked for the table:";

    /** Why the operation, or one of its set-up, is refused; empty if none is. */
    Optional<UnsupportedByDialectException> refusal() {
        return Stream.concat(test.setUp().stream(), Stream.of(test.operation()))
                .flatMap(operation -> refusal(operation).stream())
                .findFirst();
    }

    String text() {
        Optional<UnsupportedByDialectException> refusal = refusal();
        if (refusal.isPresent()) {
            return UNSUPPORTED + refusal.get().why();
        }
        List<String> lines = new ArrayList<>(statements(test.operation(), madeBefore()));
        Optional<Operation> reverse = test.operation().reverse();
        if (reverse.isEmpty()) {
            lines.add(NO_REVERSE);
            return String.join("\n", lines);
        }
        lines.add(REVERSE);
        refusal(reverse.get())
                .ifPresentOrElse(
                        refused -> lines.add(UNSUPPORTED + refused.why()),
                        () -> lines.addAll(statements(reverse.get(), test.after())));
        return String.join("\n", lines);
    }

    private Optional<UnsupportedByDialectException> refusal(Operation operation) {
        try {
            dialect.ddl().compile(operation);
            return Optional.empty();
        } catch (UnsupportedByDialectException refusal) {
            return Optional.of(refusal);
        }
    }

    private List<String> statements(Operation operation, SchemaSnapshot before) {
        List<String> lines = dialect.ddl().compile(operation).stream()
                .map(executable -> text(executable, before))
                .toList();
        return lines.isEmpty() ? List.of(NOTHING) : lines;
    }

    private String text(Executable executable, SchemaSnapshot before) {
        String text = executable.outsideTransaction() ? OUTSIDE + "\n" : "";
        if (executable instanceof SqlStatement statement) {
            return text + text(statement);
        }
        if (executable instanceof LoadFile load) {
            return text + load.sql() + ";\n-- with the rows of "
                    + load.rows().file().path();
        }
        if (executable instanceof FromCatalog later) {
            String connected = text(later, before);
            String scripted = later.statements().map(this::text).orElse("");
            return connected.equals(scripted)
                    ? text + connected
                    : text + CONNECTED + "\n" + connected
                            + (scripted.isEmpty() ? "" : "\n" + SCRIPTED + "\n" + scripted);
        }
        if (executable instanceof Conditional conditional) {
            return text(conditional, before);
        }
        if (executable instanceof FromAnswer asked) {
            return text + text(asked, before);
        }
        return text
                + executable
                        .statements()
                        .filter(statements -> !statements.isEmpty())
                        .map(this::text)
                        .orElseGet(() -> "-- " + executable.operation().describe());
    }

    private String text(FromAnswer asked, SchemaSnapshot before) {
        List<SqlStatement> checks = asked.from().checks(before);
        String statements = asked.from()
                .forKnown(before)
                .map(this::text)
                .orElseGet(() -> "-- " + asked.operation().describe());
        return (checks.isEmpty() ? "" : CHECKED + "\n" + text(checks) + "\n" + SENT + "\n") + statements;
    }

    private String text(Conditional conditional, SchemaSnapshot before) {
        if (conditional.parts().isEmpty()) {
            return text(conditional.inner(), before);
        }
        String condition = conditional.condition() == Existence.MISSING ? IF_MISSING : IF_PRESENT;
        String scripted = conditional
                .statements()
                .map(statements -> "\n" + SCRIPTED + "\n" + text(statements))
                .orElse("");
        return condition + "\n" + (isFrom(conditional, before) ? text(conditional.inner(), before) : NOTHING)
                + scripted;
    }

    /** Whether the table before has what the operation changes, or has not what it creates. */
    private static boolean isFrom(Conditional conditional, SchemaSnapshot before) {
        if (!(conditional.inner() instanceof FromCatalog later)) {
            return true;
        }
        try {
            return before.table(later.table()).isPresent()
                    && !later.from().of(table(later.table(), before), null).isEmpty();
        } catch (SQLException lacking) {
            return false;
        }
    }

    private String text(List<SqlStatement> statements) {
        return statements.stream().map(this::text).collect(Collectors.joining("\n"));
    }

    private String text(SqlStatement statement) {
        String values =
                statement.arguments().stream().map(dialect.literals()::write).collect(Collectors.joining(", "));
        return statement.sql() + ";" + (values.isEmpty() ? "" : "\n-- with " + values);
    }

    private String text(FromCatalog later, SchemaSnapshot before) {
        Table table = table(later.table(), before);
        try {
            if (later.from() instanceof AlteredFromCatalog altered) {
                return altered.executables(table).stream()
                        .map(executable -> text(executable, before))
                        .collect(Collectors.joining("\n"));
            }
            List<SqlStatement> statements = later.from().of(table, null);
            return statements.isEmpty() ? NOTHING : text(statements);
        } catch (SQLException lacking) {
            throw new IllegalArgumentException(lacking);
        }
    }

    private static Table table(QualifiedName name, SchemaSnapshot before) {
        return before.table(name).orElseThrow();
    }

    private SchemaSnapshot madeBefore() {
        return SchemaSnapshot.of(test.setUp().stream()
                .flatMap(operation -> operation.change().made().stream())
                .toList());
    }
}

package dev.retort.operation;

import dev.retort.schema.QualifiedName;
import dev.retort.secret.FirstLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Executes a user's statement.
 *
 * @param sql the statement; sent as it is if there are no arguments, else each {@code ?} is a parameter and {@code ??} a question mark
 * @param arguments the values of the parameters, in order
 */
public record ExecuteSql(String sql, List<@Nullable Object> arguments) implements Operation {

    public ExecuteSql {
        if (sql == null || sql.isBlank()) {
            throw new IllegalArgumentException("a statement cannot be empty");
        }
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    @Override
    public <R> R accept(OperationVisitor<R> visitor) {
        return visitor.executeSql(this);
    }

    @Override
    public Optional<Operation> reverse() {
        return Optional.empty();
    }

    @Override
    public Optional<QualifiedName> subject() {
        return Optional.empty();
    }

    @Override
    public SchemaChange change() {
        return SchemaChange.UNKNOWN;
    }

    @Override
    public String describe() {
        return "execute " + FirstLine.of(sql);
    }
}

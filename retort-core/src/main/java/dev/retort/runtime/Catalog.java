package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.InspectionScope;
import dev.retort.dialect.Presence;
import dev.retort.error.Advice;
import dev.retort.error.DatabaseAccessException;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Sequence;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Looks up objects in the database by name. The connection is not in auto-commit mode. */
final class Catalog {

    private final Connection connection;
    private final Dialect dialect;

    Catalog(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** The table that a statement finds by a name, with its name in the catalog. */
    Optional<Table> table(QualifiedName name) {
        try {
            return dialect.inspector().inspect(connection, InspectionScope.ofTable(name)).tables().stream()
                    .findFirst();
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
    }

    /** The sequences in the schema of a name, whether a column owns them or not. */
    List<Sequence> sequencesBeside(QualifiedName name) {
        List<String> schemas = name.schema() == null ? List.of() : List.of(name.schema());
        try {
            return dialect.inspector()
                    .inspect(connection, new InspectionScope(schemas, null))
                    .objects(Sequence.class);
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
    }

    /**
     * Whether a query finds something by a name, including what inspection does not report: a view, a partition, a table in another schema
     * of the search path.
     */
    boolean answersTo(QualifiedName name) {
        return answer(name, presence -> presence.answersTo(name));
    }

    /** Whether a statement finds an object beside tables, be it in another schema of the search path. */
    boolean finds(ObjectReference object) {
        return answer(object.name(), presence -> presence.isFound(object));
    }

    /** Whether there is an object beside tables. */
    boolean has(ObjectReference object) {
        return answer(object.name(), presence -> presence.isThere(object));
    }

    /** A question about what is there. */
    private interface Question {
        boolean answer(Presence presence) throws SQLException;
    }

    private boolean answer(QualifiedName name, Question question) {
        try {
            return question.answer(new Presence(connection, dialect));
        } catch (SQLException e) {
            throw unreadable(name, e);
        }
    }

    private static DatabaseAccessException unreadable(QualifiedName name, SQLException cause) {
        return new DatabaseAccessException(
                "The catalog does not say what is there under the name " + name + ": " + cause.getMessage(),
                Advice.NONE,
                cause);
    }
}

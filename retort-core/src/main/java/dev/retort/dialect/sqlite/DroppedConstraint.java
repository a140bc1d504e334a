package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.operation.DropConstraint;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.NameLimit;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in the text of a table the constraint that an operation drops: by its name, or by what it says if it has none. */
final class DroppedConstraint {

    /** What can be dropped by its name. */
    private static final Set<ClauseKind> NAMED = EnumSet.of(
            ClauseKind.PRIMARY_KEY, ClauseKind.UNIQUE, ClauseKind.CHECK, ClauseKind.REFERENCES, ClauseKind.NOT_NULL);

    private final SqliteDdl ddl;
    private final DropConstraint operation;
    private final TableSource source;
    private final List<WrittenConstraint> written;

    /**
     * A search.
     *
     * @param source the text of the table, as it is now
     * @param found the table as the catalog has it
     */
    DroppedConstraint(SqliteDdl ddl, DropConstraint operation, TableSource source, Table found) {
        this.ddl = ddl;
        this.operation = operation;
        this.source = source;
        this.written = WrittenConstraint.in(source, found);
    }

    /**
     * Its clause.
     *
     * @throws SQLException when there is none, or several of which any may be meant
     */
    Clause clause() throws SQLException {
        String name = operation.name();
        Constraint was = operation.was();
        if (name == null) {
            Constraint said = Objects.requireNonNull(was);
            boolean isKey = said instanceof PrimaryKey;
            return only(unnamed(one -> one.says(said), isKey), isKey ? write(said) : write(said) + " without a name");
        }
        List<Clause> called = clauses()
                .filter(clause -> isOf(clause.kind(), was) && SqliteIdentifiers.same(name, clause.name()))
                .toList();
        List<Clause> found = called.isEmpty() ? unnamed(one -> isNamedByConvention(one, name, was), false) : called;
        return only(found, "constraint " + name);
    }

    private boolean isNamedByConvention(WrittenConstraint one, String name, @Nullable Constraint was) {
        Optional<String> made = operation.naming().name(operation.table(), one.constraint(), NameLimit.NONE);
        return (was == null || one.says(was))
                && made.filter(other -> SqliteIdentifiers.same(other, name)).isPresent();
    }

    private List<Clause> unnamed(Predicate<WrittenConstraint> wanted, boolean orNamed) {
        return written.stream()
                .filter(one -> orNamed || one.clause().name() == null)
                .filter(wanted)
                .map(WrittenConstraint::clause)
                .toList();
    }

    private Clause only(List<Clause> found, String what) throws SQLException {
        if (found.isEmpty()) {
            throw new SQLException("There is no " + what + " in " + operation.table() + others());
        }
        if (found.size() > 1) {
            throw new SQLException("There are " + found.size() + " of " + what + " in " + operation.table()
                    + ", and which one is meant is not said.");
        }
        return found.get(0);
    }

    private String others() {
        List<String> names = clauses()
                .filter(clause -> NAMED.contains(clause.kind()))
                .flatMap(clause -> Stream.ofNullable(clause.name()))
                .toList();
        List<String> unnamed = written.stream()
                .filter(one -> one.clause().name() == null)
                .map(one -> write(one.constraint()) + (one.saysMore() ? " …" : ""))
                .toList();
        String all = Stream.of(
                        String.join(", ", names),
                        unnamed.isEmpty() ? "" : "without a name " + String.join(", ", unnamed))
                .filter(part -> !part.isEmpty())
                .reduce((one, other) -> one + ", and " + other)
                .orElse("none");
        return "; there " + (names.size() + unnamed.size() == 1 ? "is " : "are ") + all + ".";
    }

    private String write(Constraint constraint) {
        return ddl.clause(operation.table(), constraint.named(null));
    }

    private Stream<Clause> clauses() {
        return source.elements().stream().flatMap(element -> element.clauses().stream());
    }

    private static boolean isOf(ClauseKind kind, @Nullable Constraint was) {
        if (was instanceof PrimaryKey) {
            return kind == ClauseKind.PRIMARY_KEY;
        }
        if (was instanceof UniqueConstraint) {
            return kind == ClauseKind.UNIQUE;
        }
        if (was instanceof CheckConstraint) {
            return kind == ClauseKind.CHECK;
        }
        return was instanceof ForeignKey ? kind == ClauseKind.REFERENCES : NAMED.contains(kind);
    }
}

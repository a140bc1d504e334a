package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Roles;
import dev.retort.operation.ExecuteSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Examples of the executables of a large file, in order: one of each kind that what a step may do depends on, and one of each set of roles
 * that a statement mentions.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class Examples {

    private final Dialect dialect;
    private final Set<List<Object>> kinds = new HashSet<>();
    private final Set<Roles.Mention> mentions = new HashSet<>();
    private final List<Executable> examples = new ArrayList<>();

    public Examples(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Takes the next executable; answers whether it is an example. */
    public boolean add(Executable executable) {
        List<Object> kind = List.of(
                executable.getClass(),
                executable.outsideTransaction(),
                executable.changesData(),
                executable.runsCode(),
                executable.suspendsForeignKeys(),
                SessionGuard.maySet(executable),
                SessionGuard.sets(executable),
                executable instanceof SqlStatement statement
                        && dialect.sessionState().changesSchema(statement.kind()),
                MissingObjects.mayMake(executable));
        boolean another = kinds.add(kind);
        boolean example = mentionsOtherRoles(executable) || another;
        if (example) {
            examples.add(executable);
        }
        return example;
    }

    private boolean mentionsOtherRoles(Executable executable) {
        return executable.operation() instanceof ExecuteSql written
                && mentions.add(dialect.roles().in(written.sql()));
    }

    public List<Executable> all() {
        return List.copyOf(examples);
    }
}

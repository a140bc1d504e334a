package dev.retort.runtime;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Roles;
import dev.retort.operation.ExecuteSql;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Examples of the executables of a large file, in order: one of each kind that what a step may do depends on, and all that mention a role.
 */
@SuppressWarnings("exports") // for the commands of this module alone
public final class Examples {

    private final Dialect dialect;
    private final Set<List<Object>> kinds = new HashSet<>();
    private final List<Executable> examples = new ArrayList<>();

    public Examples(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Takes the next executable. */
    public void add(Executable executable) {
        List<Object> kind = List.of(
                executable.getClass(),
                executable.outsideTransaction(),
                executable.changesData(),
                executable.runsCode(),
                executable.suspendsForeignKeys(),
                SessionGuard.maySet(executable),
                SessionGuard.sets(executable),
                MissingObjects.mayMake(executable));
        if (kinds.add(kind) || mentionsRole(executable)) {
            examples.add(executable);
        }
    }

    private boolean mentionsRole(Executable executable) {
        if (!(executable.operation() instanceof ExecuteSql written)) {
            return false;
        }
        Roles.Mention mention = dialect.roles().in(written.sql());
        return mention.unseen()
                || !mention.needed().isEmpty()
                || !mention.made().isEmpty();
    }

    public List<Executable> all() {
        return List.copyOf(examples);
    }
}

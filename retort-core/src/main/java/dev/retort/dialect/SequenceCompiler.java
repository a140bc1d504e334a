package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropSequence;
import dev.retort.operation.ExecuteSql;
import dev.retort.schema.Sequence;
import java.util.List;

/** Compiles operations on sequences. */
public abstract class SequenceCompiler extends ObjectCompiler {

    protected SequenceCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    /** The clauses of sequences. */
    protected SequenceClauses sequences() {
        return new SequenceClauses(names, types);
    }

    @Override
    public List<Executable> createSequence(CreateSequence operation) {
        return List.of(creating(operation, clause -> createSequenceSql(operation.sequence(), clause)));
    }

    /**
     * The statement that creates a sequence.
     *
     * @param words what follows SEQUENCE, with a space after it
     */
    protected String createSequenceSql(Sequence sequence, String words) {
        return "CREATE SEQUENCE " + words + names.write(sequence.name())
                + sequences().made(sequence);
    }

    /**
     * The current value of the sequence is the next number, which is too near for the blocks of a greater increment and must be skipped.
     */
    @Override
    public List<Executable> alterSequence(AlterSequence operation) {
        Executable alter = altering(operation);
        return operation.mayWidenSteps() ? List.of(alter, nextNumber(operation)) : List.of(alter);
    }

    /** The statement that alters a sequence and takes no number. */
    protected final SqlStatement altering(AlterSequence operation) {
        return changing(
                operation,
                clause -> "ALTER SEQUENCE " + clause + names.write(operation.name())
                        + sequences().changed(operation));
    }

    /** A statement that takes a number from a sequence and discards it. */
    private Executable nextNumber(AlterSequence operation) {
        String sql = "SELECT NEXT VALUE FOR " + names.write(operation.name());
        return ddl(sql, new ExecuteSql(sql, List.of()));
    }

    @Override
    public List<Executable> dropSequence(DropSequence operation) {
        return List.of(changing(operation, clause -> "DROP SEQUENCE " + clause + names.write(operation.name())));
    }
}

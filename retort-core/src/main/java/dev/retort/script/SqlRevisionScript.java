package dev.retort.script;

import dev.retort.error.IrreversibleOperationException;
import dev.retort.error.ScriptException;
import dev.retort.error.SourcePosition;
import dev.retort.migration.RecordingContext;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.script.sql.SqlMarker;
import dev.retort.script.sql.SqlScript;
import dev.retort.script.sql.SqlStatement;
import dev.retort.sql.SqlSyntaxes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** The script of an SQL revision. */
final class SqlRevisionScript implements RevisionScript {

    private final RevisionFile file;
    private final SqlScript script;
    private final SqlSyntaxes syntaxes;
    private final ScriptChecksums checksums;

    /**
     * Parses a script.
     *
     * @param syntaxes the databases that its sections may name, and how they read SQL
     * @throws ScriptException if a section is misplaced, doubled, or for an unknown database
     */
    SqlRevisionScript(RevisionFile file, SqlScript script, SqlSyntaxes syntaxes) {
        this.file = file;
        this.script = script;
        script.requireKnown(syntaxes.names());
        this.syntaxes = syntaxes;
        this.checksums = ScriptChecksums.ofSql(script, syntaxes);
    }

    @Override
    public RevisionFile file() {
        return file;
    }

    @Override
    public void close() {
        script.close();
    }

    @Override
    public ScriptChecksums checksums() {
        return checksums;
    }

    @Override
    public Recording upgrade(RecordingContext context) {
        String database = context.dialect().value();
        script.requireWhole(SqlMarker.Kind.UPGRADE, database, syntaxes);
        List<SqlStatement> statements = script.upgrade(database, syntaxes.of(database))
                .orElseThrow(() -> new ScriptException(
                        "Revision '" + file.id() + "' has no section '-- upgrade' for " + database + ".",
                        file.header().position(),
                        "Add '-- upgrade', or '-- upgrade " + database + "'; it may be empty.",
                        null));
        script.requireWhole(SqlMarker.Kind.DOWNGRADE, database, syntaxes);
        return recording(statements);
    }

    @Override
    public Recording downgrade(RecordingContext context) {
        String database = context.dialect().value();
        script.requireWhole(SqlMarker.Kind.DOWNGRADE, database, syntaxes);
        List<SqlStatement> statements = script.downgrade(database, syntaxes.of(database))
                .orElseThrow(() -> new IrreversibleOperationException(
                        "Revision '" + file.id() + "'",
                        "it has no section '-- downgrade' for " + database,
                        file.header().position()));
        script.requireWhole(SqlMarker.Kind.UPGRADE, database, syntaxes);
        return recording(statements);
    }

    /** Adjacent statements that must run outside a transaction become one block. */
    private Recording recording(List<SqlStatement> statements) {
        if (script.isLarge()) {
            StatementsAsOperations operations = new StatementsAsOperations(statements, file.name());
            return new Recording(operations, operations::position, file.header().position());
        }
        List<Operation> operations = new ArrayList<>();
        IdentityHashMap<Operation, SourcePosition> positions = new IdentityHashMap<>();
        List<Operation> outside = new ArrayList<>();
        for (SqlStatement statement : statements) {
            if (!statement.outsideTransaction()) {
                leaveTransaction(outside, operations, positions);
            }
            Operation operation = new ExecuteSql(statement.text(), List.of());
            positions.put(operation, statement.position().in(file.name()));
            (statement.outsideTransaction() ? outside : operations).add(operation);
        }
        leaveTransaction(outside, operations, positions);
        return new Recording(operations, positions::get, file.header().position());
    }

    private static void leaveTransaction(
            List<Operation> outside, List<Operation> operations, IdentityHashMap<Operation, SourcePosition> positions) {
        if (!outside.isEmpty()) {
            Operation block = new OutsideTransaction(outside);
            positions.put(block, positions.get(outside.get(0)));
            operations.add(block);
            outside.clear();
        }
    }
}

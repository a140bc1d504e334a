package dev.retort.dialect.sqlite;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Offline;
import dev.retort.dialect.StatementsFrom;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.TableBatch;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a table anew with another definition, under a name of its own, copies the rows, drops the old table and gives its name to the new
 * one. Whatever names the table stays as it is, so foreign keys must not be enforced, and {@code legacy_alter_table} is on for the last part:
 * https://www.sqlite.org/lang_altertable.html#otheralter
 *
 * @param operations what changes, in order
 */
record TableRebuild(SqliteDdl ddl, List<Operation> operations) implements StatementsFrom {

    private static final String MADE = "retort_new_";

    TableRebuild {
        operations = List.copyOf(operations);
    }

    /** The same with further changes. */
    TableRebuild and(List<Operation> more) {
        return new TableRebuild(
                ddl, Stream.concat(operations.stream(), more.stream()).toList());
    }

    @Override
    public Offline offline() {
        String table = operations.get(0).subject().map(String::valueOf).orElse("…");
        return new Offline.Refused(
                "it rebuilds the table, whose definition only the database knows",
                "State the definition, op.batch(\"" + table + "\", changes -> changes.from(table(\"" + table
                        + "\", …)).…), or run online.");
    }

    @Override
    public Optional<String> notice(QualifiedName table) {
        return Optional.of("The table " + table + " is made anew, with all its rows.");
    }

    @Override
    public boolean suspendForeignKeys() {
        return true;
    }

    @Override
    public List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException {
        Table found = connection == null ? table : StoredTable.reached(connection, table);
        QualifiedName name = found.name();
        StoredTable stored = connection == null ? made(found) : StoredTable.read(connection, name, ddl.identifiers());
        TableEdit before = new TableEdit(ddl, name, stored);
        requireAllColumns(found, before);
        TableEdit after = new TableEdit(ddl, name, stored);
        for (Operation operation : operations) {
            if (operation instanceof DropIndex drop) {
                after.dropIndex(drop.name());
            } else if (operation instanceof DropConstraint drop) {
                after.dropConstraint(drop, found);
            } else if (operation instanceof TableBatch rest) {
                after.recreate();
                for (ColumnMove move : rest.moves()) {
                    after.move(move);
                }
                for (OptionChange change : rest.options()) {
                    after.option(change);
                }
            } else {
                for (SchemaChange.Part part : operation.change().parts()) {
                    after.apply(part);
                }
            }
        }
        if (!after.isChanged()) {
            return List.of();
        }
        Optional<String> numberBefore = before.rowNumber();
        if (numberBefore.isPresent() && after.isNumbered() && after.rowNumber().isEmpty()) {
            throw new SQLException("The column " + numberBefore.get() + " of " + name
                    + " is AUTOINCREMENT, so its type has to be an integer.");
        }
        if (numberBefore.isPresent() && !numberBefore.equals(after.rowNumber())) {
            after.keepRequired(numberBefore.get());
        }
        boolean legacy = false;
        if (connection != null) {
            SqliteForeignKeys.requireSuspended(connection, name);
            new RowChecks(connection, ddl, found).require(before, after);
            legacy = SqliteForeignKeys.isOn(connection, SqliteForeignKeys.LEGACY);
        }
        return statements(found, stored, before, after, connection, legacy);
    }

    /** What is known of foreign keys only once the rows are copied. */
    private List<String> checked(Table found, TableEdit after, QualifiedName made, @Nullable Connection connection)
            throws SQLException {
        List<String> checks = new ArrayList<>();
        OtherValues others = new OtherValues(found, after);
        for (ForeignKey key : others.foreignKeys()) {
            QualifiedName parent = others.isOfItself(key)
                    ? made
                    : found.name().sibling(key.referredTable().name());
            // A foreign key may come before the table that it refers to.
            boolean there = parent.equals(made)
                    || connection == null
                    || SchemaCopy.isRead("SELECT 1 FROM " + write(parent), connection);
            if (there) {
                checks.addAll(ScriptGuard.ofRows(found.name(), write(made), key, write(parent)));
            }
        }
        return checks;
    }

    /** A column that is not found in the text would be lost with its values. */
    private static void requireAllColumns(Table found, TableEdit text) throws SQLException {
        Set<String> inCatalog = found.columns().stream()
                .map(column -> SqliteIdentifiers.key(column.name()))
                .collect(Collectors.toSet());
        Set<String> inText = text.columns().stream().map(SqliteIdentifiers::key).collect(Collectors.toSet());
        if (!inText.equals(inCatalog)) {
            throw new SQLException("The CREATE TABLE of " + found.name() + " cannot be read: its columns seem to be "
                    + String.join(", ", text.columns()) + ", but they are "
                    + found.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    private List<SqlStatement> statements(
            Table found,
            StoredTable stored,
            TableEdit before,
            TableEdit after,
            @Nullable Connection connection,
            boolean legacy)
            throws SQLException {
        QualifiedName name = found.name();
        QualifiedName made = name.sibling(free(name.name(), stored.taken()));
        List<SqlStatement> statements = new ArrayList<>();
        statements.add(ddl(after.createTable(made)));
        copied(found, before, after)
                .ifPresent(columns -> statements.add(data("INSERT OR ABORT INTO " + write(made) + " (" + columns
                        + ") SELECT " + columns + " FROM " + write(name))));
        checked(found, after, made, connection).forEach(sql -> statements.add(ddl(sql)));
        if (before.isNumbered() && after.isNumbered()) {
            String counters = write(StoredTable.inDatabase(name).sibling("sqlite_sequence"));
            statements.add(
                    data("DELETE FROM " + counters + " WHERE name = " + SqliteLiterals.INSTANCE.text(made.name())));
            statements.add(
                    data("INSERT INTO " + counters + " (name, seq) SELECT " + SqliteLiterals.INSTANCE.text(made.name())
                            + ", seq FROM " + counters + " WHERE name = " + SqliteLiterals.INSTANCE.text(name.name())));
        }
        statements.add(ddl("DROP TABLE " + write(name)));
        if (!legacy) {
            statements.add(ddl("PRAGMA " + SqliteForeignKeys.LEGACY + " = ON"));
        }
        statements.add(ddl(
                "ALTER TABLE " + write(made) + " RENAME TO " + ddl.identifiers().write(name.name())));
        if (!legacy) {
            statements.add(ddl("PRAGMA " + SqliteForeignKeys.LEGACY + " = OFF"));
        }
        after.createIndexes().forEach(sql -> statements.add(ddl(sql)));
        stored.triggers().forEach(sql -> statements.add(ddl(sql)));
        return statements;
    }

    /** The columns whose values are kept, and the number of each row; empty if none is. */
    private Optional<String> copied(Table found, TableEdit before, TableEdit after) {
        List<String> kept = after.written().stream()
                .filter(column -> found.columns().stream().anyMatch(one -> SqliteIdentifiers.same(one.name(), column))
                        && after.added().stream().noneMatch(one -> SqliteIdentifiers.same(one.name(), column)))
                .toList();
        List<String> columns = new ArrayList<>(
                kept.stream().map(column -> ddl.identifiers().write(column)).toList());
        boolean hasNumbers = !before.has(SqliteDdl.WITHOUT_ROWID)
                && !after.has(SqliteDdl.WITHOUT_ROWID)
                && after.rowNumber().filter(kept::contains).isEmpty();
        if (hasNumbers) {
            SqliteIdentifiers.rowNumber(Stream.concat(before.columns().stream(), after.columns().stream())
                            .toList())
                    .ifPresent(number -> columns.add(0, number));
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", columns));
    }

    private static String free(String table, Set<String> taken) {
        String name = MADE + table;
        for (int i = 2; taken.contains(name); i++) {
            name = MADE + i + "_" + table;
        }
        return name;
    }

    /** The table as the dialect would make it, where no database tells how it was made. */
    private StoredTable made(Table table) {
        Map<String, String> indexes = new LinkedHashMap<>();
        for (Index index : table.indexes()) {
            indexes.put(String.valueOf(index.name()), ddl.createIndexSql(table.name(), index, ""));
        }
        String sql = ((SqlStatement) ddl.createTable(new CreateTable(table.indexes(List.of())))
                        .get(0))
                .sql();
        return StoredTable.made(sql, indexes);
    }

    private String write(QualifiedName name) {
        return ddl.identifiers().write(name);
    }

    @Override
    public List<SqlStatement> scripted(Table stated) throws SQLException {
        ScriptGuard guard = new ScriptGuard(stated, made(stated));
        List<SqlStatement> statements = new ArrayList<>();
        guard.before().forEach(sql -> statements.add(ddl(sql)));
        statements.addAll(of(stated, null));
        guard.after().forEach(sql -> statements.add(ddl(sql)));
        return statements;
    }

    private SqlStatement ddl(String sql) {
        return SqlStatement.ddl(sql, operations.get(0));
    }

    private SqlStatement data(String sql) {
        return SqlStatement.data(sql, List.of(), operations.get(0));
    }
}

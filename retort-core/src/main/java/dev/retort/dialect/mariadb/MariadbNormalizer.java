package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Definition;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Failures;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.Normalizer;
import dev.retort.dialect.ScratchTable;
import dev.retort.dialect.SqlTypes;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.CreateTable;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Asks on temporary tables, which only this session sees and which end with it. To make and drop one commits nothing and waits for no lock:
 * https://mariadb.com/kb/en/sql-statements-that-cause-an-implicit-commit/ To make an index would commit; but indexes are over columns
 * alone here, of which there is nothing to ask.
 */
public class MariadbNormalizer implements Normalizer {

    /** ER_NO_DB_ERROR. */
    private static final int NO_DATABASE = 1046;

    /** ER_CANT_EXECUTE_IN_READ_ONLY_TRANSACTION. */
    private static final int READ_ONLY = 1792;

    /** ER_REQUIRES_PRIMARY_KEY, with {@code innodb_force_primary_key}. */
    private static final int NEEDS_KEY = 1173;

    /** The variables that decide how the session reads and writes a definition. Not every version has all of them. */
    private static final String VARIABLES = """
            SHOW SESSION VARIABLES WHERE Variable_name LIKE 'character\\_set\\_%' OR Variable_name LIKE 'collation\\_%'
            OR Variable_name IN ('sql_mode', 'old_mode', 'time_zone', 'system_time_zone', 'explicit_defaults_for_timestamp',
            'lower_case_table_names', 'default_storage_engine', 'default_tmp_storage_engine', 'enforce_storage_engine',
            'innodb_strict_mode', 'sql_auto_is_null', 'sql_quote_show_create')""";

    private static final Set<TypeKind> WITH_DATE =
            EnumSet.of(TypeKind.DATE, TypeKind.TIMESTAMP, TypeKind.TIMESTAMP_WITH_TIME_ZONE);

    private final DdlCompiler ddl;
    private final IdentifierRules names;
    private final SqlTypes types;
    private final Failures failures;

    /**
     * A normalizer.
     *
     * @param ddl makes temporary tables
     */
    protected MariadbNormalizer(DdlCompiler ddl, IdentifierRules names, SqlTypes types, Failures failures) {
        this.ddl = ddl;
        this.names = names;
        this.types = types;
        this.failures = failures;
    }

    /**
     * The server stores a definition as text, with the names of databases added, and parses it whenever it opens the table. So two texts
     * that were equal stay equal, whatever happens to a sequence or a function that they use.
     */
    @Override
    public Optional<String> circumstances(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>();
        CatalogQuery.of("SELECT VERSION(), DATABASE()")
                .forEach(connection, row -> all.add(row.getString(1) + " " + row.getString(2)));
        CatalogQuery.of(variables()).forEach(connection, row -> all.add(row.getString(1) + " " + row.getString(2)));
        return Optional.of(String.join("\n", all));
    }

    /** The query for the variables that decide how the session reads and writes a definition. A cousin names its own. */
    protected String variables() {
        return VARIABLES;
    }

    /** The errors that say that this session makes no temporary table. A cousin names its own. */
    protected Set<Integer> refusalsOfAllTables() {
        return Set.of(NO_DATABASE, READ_ONLY, NEEDS_KEY);
    }

    /** Whether there is something to ask about a definition. A cousin answers for indexes over expressions too. */
    protected boolean isAsked(Definition definition) {
        return !(definition.element() instanceof Index);
    }

    /** What a table has so that the server makes it and no replica does. A cousin adds a key where its server can demand one. */
    protected List<TableElement> besides(QualifiedName table) {
        return List.of(unrepeatable(table));
    }

    /** A table as SHOW CREATE TABLE shows it. A cousin reads its own way to show it. */
    protected Table read(Connection connection, QualifiedName name) throws SQLException {
        ShownTable shown = ShownTable.read(connection, names.write(name));
        TableDraft table = new TableDraft(types, connection.getCatalog(), name, "", shown.collation());
        table.shown(shown);
        return table.table();
    }

    /** A time of day as the default of a column with a date is stored with the day on which the server reads it. */
    @Override
    public boolean isLasting(Definition found) {
        return !(found.element() instanceof Column column
                && column.defaultValue() instanceof DefaultValue.Literal
                && (!(column.type() instanceof StandardType type) || WITH_DATE.contains(type.kind())));
    }

    @Override
    public NormalForms normalize(Connection connection, Collection<Definition> definitions) throws SQLException {
        if (!mayMakeTables(connection)) {
            return NormalForms.NOT_ASKED;
        }
        Map<Definition, TableElement> forms = new HashMap<>();
        for (ScratchTable table :
                ScratchTable.of(definitions.stream().filter(this::isAsked).toList())) {
            table.make(part -> {
                Optional<Table> found = readBack(connection, part);
                found.map(part::readBack).orElse(Map.of()).forEach((definition, form) -> {
                    if (!saysMoreThanItsType(definition, form)) {
                        forms.put(definition, form);
                    }
                });
                return found.isPresent();
            });
        }
        return new NormalForms(forms, true);
    }

    /** Whether what was given for a type holds a default, a character set or the like, which would be lost in the form of a type. */
    private static boolean saysMoreThanItsType(Definition definition, TableElement form) {
        return isType(definition.element()) && !isType(form);
    }

    private static boolean isType(TableElement element) {
        return element instanceof Column column && column.equals(Column.of(column.name(), column.type()));
    }

    private boolean mayMakeTables(Connection connection) throws SQLException {
        QualifiedName name = unusedName();
        Optional<SQLException> refusal = refusal(connection, statement(Table.of(name, besides(name))));
        if (refusal.isEmpty()) {
            drop(connection, name);
            return true;
        }
        int code = refusal.get().getErrorCode();
        if (!refusalsOfAllTables().contains(code) && !failures.isDenied(refusal.get())) {
            throw refusal.get();
        }
        return false;
    }

    /** Empty when the server refuses the table. */
    private Optional<Table> readBack(Connection connection, ScratchTable scratch) throws SQLException {
        QualifiedName name = unusedName();
        Table desired = scratch.table(name);
        List<TableElement> elements = new ArrayList<>(desired.columns());
        elements.addAll(besides(name));
        elements.addAll(desired.constraints());
        elements.addAll(desired.indexes());
        String create;
        try {
            create = statement(Table.of(name, elements));
        } catch (UnsupportedByDialectException notPossible) {
            return Optional.empty();
        }
        if (refusal(connection, create).isPresent()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(connection, name));
        } finally {
            drop(connection, name);
        }
    }

    /** A name that no table has: a temporary table would hide another one from this session. */
    private static QualifiedName unusedName() {
        return QualifiedName.of("retort_" + UUID.randomUUID().toString().replace('-', '_'));
    }

    /**
     * A column that is on each table: a table whose rows another server could not make again is not written to a binary log of the usual
     * format, MIXED, and so does not reach replicas.
     */
    protected static Column unrepeatable(QualifiedName table) {
        return Column.of(table.name(), StandardType.of(TypeKind.CHAR, 36)).defaultsToSql("uuid()");
    }

    private String statement(Table table) {
        return ((SqlStatement) ddl.compile(new CreateTable(table)).get(0)).sql();
    }

    /** Why the server refuses a statement; empty when it has run. */
    private Optional<SQLException> refusal(Connection connection, String sql) throws SQLException {
        try {
            run(connection, sql);
            return Optional.empty();
        } catch (SQLException refused) {
            if (connection.isClosed() || failures.isNoAnswer(refused)) {
                throw refused;
            }
            return Optional.of(refused);
        }
    }

    /** Tries twice: the connection may be one that its owner uses on, with the table for as long as it is open. */
    private void drop(Connection connection, QualifiedName name) throws SQLException {
        String sql = "DROP TEMPORARY TABLE IF EXISTS " + names.write(name);
        try {
            run(connection, sql);
        } catch (SQLException failed) {
            try {
                run(connection, sql);
            } catch (SQLException again) {
                SQLException left = new SQLException(
                        "The temporary table " + name + " stays until the session ends: " + failed.getMessage(),
                        failed.getSQLState(),
                        failed.getErrorCode(),
                        failed);
                left.addSuppressed(again);
                throw left;
            }
            if (failures.isCancelled(failed)) {
                throw failed;
            }
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

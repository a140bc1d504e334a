package dev.retort.dialect.sqlite;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Rehearsal;
import dev.retort.operation.AddColumn;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RunJava;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A database in memory with the schema of another. SQLite finds out while running what stands in the way of a dropped column: a key, a
 * check, an index, a generated column, a trigger or a view.
 */
final class SqliteRehearsal implements Rehearsal {

    private static final String DRIVER = "org.sqlite.JDBC";
    private static final List<String> SCHEMA_WORDS = List.of("create", "alter", "drop");

    private static final Pattern DROPS = Pattern.compile("(?is)\\balter\\b.*\\bdrop\\b");

    private static final Pattern NEEDED_COLUMN = Pattern.compile("(?i)after drop column|cannot drop .*column");

    private final Connection original;
    private final Connection copy;
    private final DdlCompiler ddl;
    private boolean certain = true;

    private SqliteRehearsal(Connection original, Connection copy, DdlCompiler ddl) {
        this.original = original;
        this.copy = copy;
        this.ddl = ddl;
    }

    /** A copy of the schema; empty when the driver opens none. */
    static Optional<Rehearsal> of(Connection connection, DdlCompiler ddl) throws SQLException {
        List<String> definitions = definitions(connection);
        Driver driver = driver(connection);
        Connection copy = driver == null ? null : driver.connect("jdbc:sqlite::memory:", new Properties());
        if (copy == null) {
            return Optional.empty();
        }
        SqliteRehearsal rehearsal = new SqliteRehearsal(connection, copy, ddl);
        for (String sql : definitions) {
            rehearsal.certain &= rehearsal.refusal(sql) == null;
        }
        return Optional.of(rehearsal);
    }

    /** Whether an operation may be refused for certain: what drops a column, in any words, and what has a default to be computed. */
    static boolean mayRefuse(Operation operation) {
        if (operation instanceof OutsideTransaction block) {
            return block.operations().stream().anyMatch(SqliteRehearsal::mayRefuse);
        }
        if (operation instanceof ExecuteSql written) {
            return DROPS.matcher(written.sql()).find();
        }
        return operation instanceof DropColumn
                || columnsOf(operation).anyMatch(column -> column.defaultValue() instanceof DefaultValue.Expression);
    }

    private static @Nullable Driver driver(Connection connection) throws SQLException {
        try {
            ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
            return Class.forName(DRIVER, true, loader)
                    .asSubclass(Driver.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException anotherDriver) {
            return null;
        }
    }

    /** What stands on tables comes after them. */
    private static List<String> definitions(Connection connection) throws SQLException {
        List<String> definitions = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL"
                                + " AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY type = 'table' DESC, type = 'index' DESC, rowid")) {
            while (row.next()) {
                definitions.add(row.getString(1));
            }
        }
        return definitions;
    }

    @Override
    public Optional<String> failureAlone(Operation operation) {
        if (operation instanceof RunJava) {
            certain = false;
        }
        if (operation instanceof ExecuteSql written) {
            SqlTokens tokens = SqlTokens.of(written.sql(), SqliteProvider.SYNTAX);
            if (fillsATable(tokens)) {
                certain = false;
                return Optional.empty();
            }
            if (tokens.size() > 0 && SCHEMA_WORDS.contains(tokens.get(0).value())) {
                return told(refusal(written.sql()));
            }
            return Optional.empty();
        }
        return refusalOfDefault(operation).or(() -> refusalOf(operation));
    }

    /** Whether it makes a table of the rows of a query, which takes its time in an empty database too. */
    private static boolean fillsATable(SqlTokens tokens) {
        boolean table = false;
        for (int i = 0; i < tokens.size(); i = tokens.get(i).is("(") ? tokens.closing(i) + 1 : i + 1) {
            table |= tokens.get(i).is("table");
            if (table && tokens.get(i).is("as")) {
                return tokens.get(0).is("create");
            }
        }
        return false;
    }

    private Optional<String> refusalOf(Operation operation) {
        for (Executable executable : ddl.compile(operation)) {
            if (executable instanceof SqlStatement statement && !statement.changesData()) {
                Optional<String> told = told(refusal(statement.sql()));
                if (told.isPresent()) {
                    return told;
                }
            }
        }
        return Optional.empty();
    }

    /** What a refusal tells for certain: that something needs a column. Any other may come of what the copy does not have. */
    private Optional<String> told(@Nullable String refusal) {
        if (refusal == null) {
            return Optional.empty();
        }
        boolean told = certain && NEEDED_COLUMN.matcher(refusal).find();
        certain = false;
        return told ? Optional.of(refusal + "; take away first what needs the column") : Optional.empty();
    }

    /** SQLite reads a default no sooner than a row needs it. */
    private Optional<String> refusalOfDefault(Operation operation) {
        return columnsOf(operation)
                .flatMap(column -> refusalOfDefault(column).stream())
                .findFirst();
    }

    private static Stream<Column> columnsOf(Operation operation) {
        return operation instanceof CreateTable create
                ? create.table().columns().stream()
                : operation instanceof AddColumn add ? Stream.of(add.column()) : Stream.empty();
    }

    private Optional<String> refusalOfDefault(Column column) {
        if (!(column.defaultValue() instanceof DefaultValue.Expression expression)) {
            return Optional.empty();
        }
        String query = "SELECT (" + expression.sql() + ")";
        String refusal = refusal(query);
        return refusal == null || !certain || isOfTheOriginal(query)
                ? Optional.empty()
                : Optional.of(
                        "it cannot read the default " + expression.sql() + " of " + column.name() + ": " + refusal);
    }

    /** Whether a query needs what the application has added to its own connection: a function, a collation. It runs nowhere. */
    private boolean isOfTheOriginal(String query) {
        return !isRead(query, copy) && isRead(query, original);
    }

    private static boolean isRead(String query, Connection connection) {
        try {
            connection.prepareStatement(query).close();
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    /** Why the copy refuses a statement; null when it does not. */
    private @Nullable String refusal(String sql) {
        try (Statement statement = copy.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            copy.close();
        } catch (SQLException e) {
            throw new IllegalStateException("A database in memory closes.", e);
        }
    }
}

package dev.retort.dialect.sqlite;

import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Rehearsal;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CompositeOperation;
import dev.retort.operation.CustomOperation;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.OutsideTransaction;
import dev.retort.operation.RunJava;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.TableBatch;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.sql.SqlTokens;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A {@linkplain SchemaCopy copy of the schema} on which SQLite itself judges what would fail while running: what is in the way of a dropped
 * column, and what an {@code ALTER TABLE} asks that SQLite has no way to do, be it only where the table has rows.
 */
final class SqliteRehearsal implements Rehearsal {

    private static final List<String> SCHEMA_WORDS = List.of("create", "alter", "drop");

    /** They leave the schema and the rows of the database as they are. */
    private static final Set<String> CHANGES_NOTHING =
            Set.of("", "select", "values", "explain", "analyze", "reindex", "vacuum", "detach");

    private static final Set<String> CHANGES_ROWS = Set.of("insert", "replace", "update", "delete", "with");

    private static final Pattern ALTERS = Pattern.compile("(?i)\\balter\\b");

    private static final Pattern NEEDED_COLUMN = Pattern.compile("(?i)after drop column|cannot drop .*column");

    /** What an application may have added to its own connection, which the copy does not have. */
    private static final Pattern OF_A_CONNECTION = Pattern.compile("(?i)no such (function|collation|module)");

    /** A mistake in a name, which every database finds when it runs the statement. */
    private static final Pattern OF_A_NAME =
            Pattern.compile("(?i)no such (table|column)|duplicate column name|there is already|there is no column");

    /** A row does not fulfil a condition. */
    private static final Pattern OF_A_ROW = Pattern.compile("(?i)constraint failed");

    private final Connection original;
    private final SchemaCopy copy;
    private final DdlCompiler ddl;
    private final Inspector inspector;
    private boolean foreignKeys;
    private boolean certain;
    private boolean rowsAsTheyWere = true;
    private boolean asksTriggers;

    private SqliteRehearsal(Connection original, SchemaCopy copy, DdlCompiler ddl, Inspector inspector) {
        this.original = original;
        this.copy = copy;
        this.ddl = ddl;
        this.inspector = inspector;
        this.foreignKeys = copy.foreignKeys();
        this.certain = copy.isWhole();
    }

    /** A copy of the schema; empty when the driver opens none. */
    static Optional<Rehearsal> of(Connection connection, DdlCompiler ddl, Inspector inspector) throws SQLException {
        return SchemaCopy.of(connection).map(copy -> new SqliteRehearsal(connection, copy, ddl, inspector));
    }

    /**
     * Whether an operation may be refused for certain: what alters a table in SQL, drops a column or a constraint without a name, changes a
     * NOT NULL or a type, or has a default to be computed.
     */
    static boolean mayRefuse(Operation operation) {
        if (operation instanceof CompositeOperation composite) {
            boolean changesOptions =
                    operation instanceof TableBatch batch && !batch.options().isEmpty();
            return changesOptions || composite.operations().stream().anyMatch(SqliteRehearsal::mayRefuse);
        }
        if (operation instanceof ExecuteSql written) {
            return ALTERS.matcher(written.sql()).find();
        }
        SchemaChange change = operation.change();
        boolean searches = operation instanceof DropConstraint drop && (drop.name() == null || drop.mayFindUnnamed());
        return searches
                || operation instanceof CustomOperation
                || !change.droppedColumns().isEmpty()
                || change.alteredColumns().stream().anyMatch(SqliteRehearsal::changesNullabilityOrType)
                || change.typedColumns().stream()
                        .anyMatch(column -> column.defaultValue() instanceof DefaultValue.Expression);
    }

    private static boolean changesNullabilityOrType(SchemaChange.AlteredColumn altered) {
        return altered.type().isPresent()
                || ColumnChange.ofKind(ColumnChange.Nullability.class, altered.changes())
                        .isPresent();
    }

    /** A batch is compiled as a whole. */
    @Override
    public Optional<String> failure(Operation operation) {
        return operation instanceof TableBatch ? failureAlone(operation) : Rehearsal.super.failure(operation);
    }

    @Override
    public Optional<String> failureAlone(Operation operation) {
        if (operation instanceof RunJava) {
            certain = false;
        }
        // What people write themselves may take the trigger away next.
        asksTriggers = operation.change().known();
        if (operation instanceof ExecuteSql written) {
            return refusalOf(written.sql(), written.arguments());
        }
        return refusalOfDefault(operation).or(() -> refusalOf(operation));
    }

    private Optional<String> refusalOf(Operation operation) {
        // Whether it may run in a transaction is asked where it is compiled to run.
        for (Executable executable : ddl.compile(new OutsideTransaction(List.of(operation)))) {
            if (executable instanceof SqlStatement statement) {
                Optional<String> told = refusalOf(statement.sql(), statement.arguments());
                if (told.isPresent()
                        || (statement.changesData() && operation.change().known())) {
                    return told;
                }
            } else if (executable instanceof FromCatalog rebuild) {
                Optional<String> told = refusalOf(rebuild);
                if (told.isPresent()) {
                    return told;
                }
            } else {
                // Only the run knows what is there then.
                certain = false;
            }
        }
        return Optional.empty();
    }

    private Optional<String> refusalOf(FromCatalog rebuild) {
        Optional<String> refusal = copy.refusal(rebuild, inspector);
        boolean told = certain
                && rowsAsTheyWere
                && refusal.filter(said -> !OF_A_CONNECTION.matcher(said).find()
                                && !OF_A_NAME.matcher(said).find())
                        .isPresent();
        certain &= refusal.isEmpty() && copy.isWhole();
        return told ? refusal : Optional.empty();
    }

    private Optional<String> refusalOf(String sql, List<@Nullable Object> arguments) {
        SqlTokens tokens = SqlTokens.of(sql, SqliteProvider.SYNTAX);
        String first = tokens.size() == 0 ? "" : tokens.get(0).word();
        if (!SCHEMA_WORDS.contains(first)) {
            follow(first, tokens, sql, arguments);
            return Optional.empty();
        }
        if (fillsATable(tokens)) {
            certain = false;
            return Optional.empty();
        }
        return told(first, refusal(tokens, sql));
    }

    /** Only a change of a table asks whether foreign keys are enforced: the copy has not the rows that others refer to. */
    private @Nullable String refusal(SqlTokens tokens, String sql) {
        boolean alters = tokens.get(0).is("alter");
        boolean drops = alters && asksTriggers && tokens.all().stream().anyMatch(token -> token.is("drop"));
        boolean enforced = foreignKeys && alters;
        Set<String> broken = drops ? copy.brokenTriggers() : Set.of();
        if (enforced) {
            copy.refusal("PRAGMA foreign_keys = ON");
        }
        String refusal = copy.refusal(sql);
        if (enforced) {
            copy.refusal("PRAGMA foreign_keys = OFF");
        }
        return refusal == null && drops
                ? copy.brokenTriggers().stream()
                        .filter(trigger -> !broken.contains(trigger))
                        .findFirst()
                        .map(trigger -> "error after drop column in " + trigger)
                        .orElse(null)
                : refusal;
    }

    /** What a statement does to the rows of the copy, which are never more than the database will have. */
    private void follow(String first, SqlTokens tokens, String sql, List<@Nullable Object> arguments) {
        Set<String> names = tokens.all().stream()
                .map(token -> token.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (first.equals("pragma")) {
            foreignKeys &= !names.contains("foreign_keys");
            certain &= !names.contains("writable_schema");
            if (SchemaCopy.SETTINGS.stream().anyMatch(names::contains)) {
                copy.refusal(sql);
            }
        } else if (CHANGES_ROWS.contains(first)) {
            rowsAsTheyWere = false;
            certain &= !names.contains("sqlite_schema") && !names.contains("sqlite_master");
            boolean inserts = first.equals("insert") && !names.contains("select");
            if (mayRemoveRows(first, tokens) || (!inserts && copy.hasTriggers())) {
                copy.empty(names);
                certain &= copy.isWhole();
            } else if (inserts) {
                copy.insert(sql, arguments);
            }
        } else if (!CHANGES_NOTHING.contains(first)) {
            certain = false;
        }
    }

    private static boolean mayRemoveRows(String first, SqlTokens tokens) {
        boolean instead = tokens.size() > 1 && tokens.get(1).is("or");
        return instead || !(first.equals("insert") || first.equals("update"));
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

    /** What a refusal tells for certain: that something needs a column, or what a table cannot become. */
    private Optional<String> told(String first, @Nullable String refusal) {
        if (refusal == null) {
            return Optional.empty();
        }
        boolean needed = NEEDED_COLUMN.matcher(refusal).find();
        boolean told = certain
                && (needed || first.equals("alter"))
                && !OF_A_CONNECTION.matcher(refusal).find()
                && (needed || !OF_A_NAME.matcher(refusal).find())
                && (rowsAsTheyWere || !OF_A_ROW.matcher(refusal).find());
        certain = false;
        return told ? Optional.of(needed ? refusal + "; first drop what needs the column" : refusal) : Optional.empty();
    }

    /** SQLite reads a default no sooner than a row needs it. */
    private Optional<String> refusalOfDefault(Operation operation) {
        return operation.change().typedColumns().stream()
                .flatMap(column -> refusalOfDefault(column).stream())
                .findFirst();
    }

    private Optional<String> refusalOfDefault(Column column) {
        if (!(column.defaultValue() instanceof DefaultValue.Expression expression)) {
            return Optional.empty();
        }
        String query = "SELECT (" + expression.sql() + ")";
        String refusal = copy.refusal(query);
        return refusal == null || !certain || isOfTheOriginal(query)
                ? Optional.empty()
                : Optional.of(
                        "it cannot parse the default " + expression.sql() + " of " + column.name() + ": " + refusal);
    }

    /** Whether a query needs what the application has added to its own connection: a function, a collation. It runs nowhere. */
    private boolean isOfTheOriginal(String query) {
        try {
            return !copy.reads(query) && SchemaCopy.isRead(query, original);
        } catch (SQLException unsaid) {
            return true; // so that nothing is refused that may be right
        }
    }

    @Override
    public void close() {
        copy.close();
    }
}

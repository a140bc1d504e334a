package dev.retort.dialect.postgresql;

import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.CopyIn;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.RowLoader;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StatementKind;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.BulkInsert;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.SqlExpression;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.CopyRows;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles operations for PostgreSQL. */
final class PostgresqlDdl extends PostgresqlColumns {

    /** Sets the encoding of the session to that of the driver, or resets it. */
    private static final Pattern UTF8 =
            Pattern.compile("(?i)\\b(?:client_encoding\\s*(?:=|\\bto\\b)|names)\\s*'?(?:utf-?8|unicode|default)\\b");

    /** The default access method of indexes. */
    static final String USUAL_METHOD = "btree";

    static final String TABLESPACE = "tablespace";
    static final String UNLOGGED = "unlogged";

    private static final String CONCURRENTLY = "CONCURRENTLY ";

    private static final int ROWS_PER_INSERT = 100;

    private final PostgresqlFeatures features;

    PostgresqlDdl(
            PostgresqlFeatures features, PostgresqlIdentifiers names, SqlTypes types, PostgresqlLiterals literals) {
        super(names, types, literals);
        this.features = features;
    }

    @Override
    protected String databaseName() {
        return PostgresqlDialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return PostgresqlProvider.SYNTAX;
    }

    @Override
    protected Optional<String> lacking(Column column) {
        return features.lacking(column);
    }

    @Override
    protected boolean knows(String words, TableElement element) {
        if (element instanceof Index index && index.options().has(words)) {
            return StorageParameters.isOfIndexes(words, index.method());
        }
        if (element instanceof UniqueConstraint unique && unique.options().has(words)) {
            return StorageParameters.isOfIndexes(words, null);
        }
        if (element instanceof ExclusionConstraint exclusion
                && exclusion.options().has(words)) {
            return StorageParameters.isOfIndexes(words, exclusion.method());
        }
        boolean ofColumnAlone =
                element instanceof Column column && column.options().has(words);
        return !ofColumnAlone && features.knows(words);
    }

    @Override
    protected Optional<String> since(String words) {
        return features.since(words).map(String::valueOf);
    }

    @Override
    protected boolean knowsOfSequence(String words) {
        return true;
    }

    @Override
    protected SequenceClauses sequences() {
        return new PostgresqlSequences(names, types);
    }

    @Override
    protected boolean knowsTableOption(String option, Table table) {
        return !table.options().has(option) || StorageParameters.isOfTables(option);
    }

    @Override
    protected String tableKind(Table table) {
        return table.options().has(UNLOGGED) ? "UNLOGGED " : "";
    }

    @Override
    protected String tableOptions(Table table) {
        return (table.inherits().isEmpty()
                        ? ""
                        : "\nINHERITS ("
                                + table.inherits().stream().map(names::write).collect(Collectors.joining(", ")) + ")")
                + (table.partitioning() == null ? "" : "\nPARTITION BY " + table.partitioning())
                + parameters(table.options())
                + tablespace(table.options());
    }

    private static String parameters(Options options) {
        List<String> parameters = options.without(TABLESPACE).without(UNLOGGED).values().entrySet().stream()
                .map(option -> option.getKey() + " = " + option.getValue())
                .toList();
        return parameters.isEmpty() ? "" : " WITH (" + String.join(", ", parameters) + ")";
    }

    private String tablespace(Options options) {
        return options.get(TABLESPACE)
                .map(space -> " TABLESPACE " + names.write(space))
                .orElse("");
    }

    @Override
    protected String createIndexSql(QualifiedName table, Index index, String words) {
        return super.createIndexSql(table, index.where(null), words)
                + (index.included().isEmpty() ? "" : " INCLUDE (" + names.writeAll(index.included()) + ")")
                + (index.nullsDistinct() ? "" : " NULLS NOT DISTINCT")
                + parameters(index.options())
                + tablespace(index.options())
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    @Override
    protected String constraintIndex(Options options, @Nullable String comment) {
        return parameters(options)
                + options.get(TABLESPACE)
                        .map(space -> " USING INDEX TABLESPACE " + names.write(space))
                        .orElse("");
    }

    @Override
    public List<Executable> createIndex(CreateIndex operation) {
        Index index = operation.index();
        List<Executable> statements = new ArrayList<>(super.createIndex(operation));
        if (operation.concurrently()) {
            String create = createIndexSql(operation.table(), index, CONCURRENTLY);
            statements.set(
                    0,
                    new FromAnswer(operation, new ConcurrentIndex(operation, create, names)).runOutsideTransaction());
        }
        if (index.comment() != null) {
            String sql = "COMMENT ON INDEX " + names.write(operation.table().sibling(index.name())) + " IS "
                    + literals.text(index.comment());
            statements.add(ddl(sql, new ExecuteSql(sql, List.of())));
        }
        return statements;
    }

    @Override
    public List<Executable> dropIndex(DropIndex operation) {
        if (!operation.concurrently()) {
            return super.dropIndex(operation);
        }
        return List.of(dropIndex(operation, CONCURRENTLY).runOutsideTransaction());
    }

    @Override
    protected List<Executable> commentsOf(Table table) {
        List<Executable> statements = new ArrayList<>(super.commentsOf(table));
        table.constraints()
                .forEach(constraint -> commentOf(table.name(), constraint).ifPresent(statements::add));
        return statements;
    }

    @Override
    public List<Executable> addConstraint(AddConstraint operation) {
        List<Executable> statements = new ArrayList<>(super.addConstraint(operation));
        commentOf(operation.table(), operation.constraint()).ifPresent(statements::add);
        return statements;
    }

    private Optional<Executable> commentOf(QualifiedName table, Constraint constraint) {
        String comment = constraint instanceof UniqueConstraint unique
                ? unique.comment()
                : constraint instanceof ExclusionConstraint exclusion ? exclusion.comment() : null;
        if (comment == null) {
            return Optional.empty();
        }
        if (constraint.name() == null) {
            throw unsupported(
                    new AddConstraint(table, constraint), "a constraint with a comment needs a name to comment on");
        }
        String sql = "COMMENT ON CONSTRAINT " + names.write(constraint.name()) + " ON " + names.write(table) + " IS "
                + literals.text(comment);
        return Optional.of(ddl(sql, new ExecuteSql(sql, List.of())));
    }

    @Override
    protected Optional<String> whyNot(SqlTokens text, boolean inTransaction) {
        return inTransaction ? PostgresqlTransactions.whyNotInside(text) : PostgresqlTransactions.whyNotOutside(text);
    }

    /** https://www.postgresql.org/docs/current/sql-copy.html: with stdin and stdout the rows go through the connection. */
    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        if (kind.begins("discard", "all")) {
            throw unsupported(
                    operation,
                    "it releases the lock that keeps other runs out; DISCARD PLANS, SEQUENCES and TEMP, and RESET ALL do the rest");
        }
        if (LockRelease.is(operation.sql())) {
            throw unsupported(
                    operation,
                    "it releases the lock that keeps other runs out; name the locks to release, as pg_advisory_unlock(1) does");
        }
        boolean setsEncoding = kind.begins("set", "client_encoding") || kind.begins("set", "names");
        if (setsEncoding && !UTF8.matcher(operation.sql()).find()) {
            throw unsupported(
                    operation,
                    "the driver speaks UTF-8 alone; write the file in UTF-8, as 'pg_dump -E UTF8' does, and leave this out");
        }
        CopyRows copy = CopyRows.of(operation.sql(), syntax()).orElse(null);
        if (copy != null && operation.arguments().isEmpty()) {
            return new CopyIn(copy, false, operation, operation);
        }
        return switch (CopyRows.direction(operation.sql(), syntax())) {
            case TO_SERVER ->
                throw unsupported(
                        operation,
                        "its rows are missing; they belong on the lines after its semicolon, up to a line '\\\\.'");
            case TO_CLIENT ->
                throw unsupported(operation, "nobody reads the rows; write COPY … TO a file of the server");
            case NONE -> super.written(operation, kind);
        };
    }

    /**
     * The values are literals in the statement: the server gives a literal the type of its column, so that a string can fill a uuid, json
     * or date column, while a bound string is a varchar and is rejected there.
     */
    @Override
    public List<Executable> bulkInsert(BulkInsert operation) {
        String into = "INSERT INTO " + names.write(operation.table()) + " (" + names.writeAll(operation.columns())
                + ") VALUES\n    ";
        List<String> rows = operation.rows().stream().map(this::row).toList();
        List<Executable> statements = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += ROWS_PER_INSERT) {
            List<String> chunk = rows.subList(from, Math.min(rows.size(), from + ROWS_PER_INSERT));
            statements.add(SqlStatement.data(into + String.join(",\n    ", chunk), List.of(), operation));
        }
        return statements;
    }

    @Override
    protected RowLoader rowLoader() {
        return new CopyLoader(names, literals);
    }

    private String row(List<@Nullable Object> values) {
        return "("
                + values.stream()
                        .map(value ->
                                value instanceof SqlExpression expression ? expression.sql() : literals.write(value))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    /** The sequence stores its last number, which begins a block that another session may still use. */
    @Override
    public List<Executable> alterSequence(AlterSequence operation) {
        Executable alter = altering(operation);
        if (!operation.mayNarrowSteps()) {
            return List.of(alter);
        }
        String pass = "SELECT nextval(" + literals.text(names.write(operation.name())) + ")";
        return List.of(ddl(pass, new ExecuteSql(pass, List.of())), alter);
    }

    /** There is no DROP PRIMARY KEY: a primary key of unknown name has the name that the server gives. */
    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        String name = operation.name() == null
                ? PostgresqlIdentifiers.primaryKeyOf(operation.table().name())
                : operation.name();
        return List.of(dropConstraint(operation, name));
    }
}

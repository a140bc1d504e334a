package dev.retort.dialect.h2;

import dev.retort.dialect.AlteredFromCatalog;
import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StatementKind;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.Column;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.TableElement;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles operations for H2. */
final class H2Ddl extends DdlCompiler {

    private static final Set<String> KNOWN = Set.of(
            BeyondStandard.ON_UPDATE,
            BeyondStandard.USING,
            BeyondStandard.ALWAYS,
            BeyondStandard.ARRAY,
            BeyondStandard.TIME_WITH_TIME_ZONE,
            BeyondStandard.SET_DEFAULT);

    private static final Set<String> NOT_READ = Set.of(BeyondStandard.INVISIBLE, BeyondStandard.COMMENT);

    private static final Set<Kind> RENAMED = Set.of(Kind.SCHEMA, Kind.VIEW, Kind.DOMAIN);

    private final String defaultSchema;

    H2Ddl(IdentifierRules names, SqlTypes types, Literals literals, String defaultSchema) {
        super(H2Provider.NAME, names, types, literals);
        this.defaultSchema = defaultSchema;
    }

    @Override
    protected String databaseName() {
        return H2Dialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return H2Provider.SYNTAX;
    }

    /** Refuses what Retort's metadata tables, or the connection, would not survive: https://h2database.com/html/commands.html */
    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        if (kind.begins("shutdown")) {
            throw unsupported(operation, "it would close the database under the run; leave it out");
        }
        if (kind.begins("drop", "all") && kind.begins("drop", "objects")) {
            throw unsupported(operation, "it would drop Retort's metadata tables too; drop the others one by one");
        }
        if (kind.begins("set", "exclusive")) {
            throw unsupported(operation, "it would lock out the connection that holds Retort's own lock; leave it out");
        }
        return super.written(operation, kind);
    }

    /** https://h2database.com/html/grammar.html#column_definition */
    @Override
    protected boolean knows(String words, TableElement element) {
        return KNOWN.contains(words) || (element instanceof Column && BeyondStandard.IDENTITY_OPTIONS.contains(words));
    }

    @Override
    protected boolean isNotRead(String words) {
        return NOT_READ.contains(words) || words.startsWith("NULLS ");
    }

    @Override
    protected boolean knowsOfSequence(String words) {
        return words.equals(BeyondStandard.SEQUENCE_TYPE);
    }

    @Override
    protected SequenceClauses sequences() {
        return new H2Sequences(names, types);
    }

    @Override
    protected String alterColumnSql(AlterColumn operation, ColumnChange change, String clause) {
        if (change instanceof ColumnChange.Identity identity) {
            return identitySql(operation, change, identity.to(), clause);
        }
        if (change instanceof ColumnChange.Type type && type.using() != null) {
            return super.alterColumnSql(operation, change, clause) + " USING " + type.using();
        }
        if (!(change instanceof ColumnChange.OnUpdate update)) {
            return super.alterColumnSql(operation, change, clause);
        }
        return altered(operation, clause) + (update.to() == null ? " DROP ON UPDATE" : " SET ON UPDATE " + update.to());
    }

    private String identitySql(AlterColumn operation, ColumnChange change, @Nullable Identity to, String clause) {
        String column = altered(operation, clause);
        if (to == null) {
            return column + " DROP IDENTITY";
        }
        if (identitySet(operation).isPresent()) {
            return column + " " + types.render(typeOf(operation)) + " " + identity(to, pastRows(operation, to));
        }
        if (to.start() != previousIdentity(operation).start()) {
            throw unsupported(operation, "it has no statement that changes the START of an identity column");
        }
        return super.alterColumnSql(operation, change, clause);
    }

    /** An identity column with another option, which comes last. */
    private String identity(Identity identity, String option) {
        String sql = identity(identity);
        return sql.endsWith(")") ? sql.substring(0, sql.length() - 1) + " " + option + ")" : sql + " (" + option + ")";
    }

    /** The option with which a new identity column continues behind the numbers of rows that lie beyond its start. */
    private String pastRows(AlterColumn operation, Identity identity) {
        boolean down = identity.increment() < 0;
        String last = (down ? "MIN(" : "MAX(") + names.write(operation.column()) + ")";
        return "RESTART WITH (SELECT CASE WHEN " + last + (down ? " <= " : " >= ") + identity.start() + " THEN " + last
                + " + (" + identity.increment() + ") ELSE " + identity.start() + " END FROM "
                + names.write(operation.table()) + ")";
    }

    /** Generated columns are always stored: https://h2database.com/html/commands.html#create_table */
    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")";
    }

    /** A name without schema means the schema of the referencing table. */
    @Override
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        return table.schema() != null && referred.schema() == null ? referred.inSchema(defaultSchema) : referred;
    }

    /** https://h2database.com/html/commands.html#alter_sequence */
    @Override
    public List<Executable> alterSequence(AlterSequence operation) {
        if (operation.change(SequenceChange.Type.class).isPresent()) {
            throw unsupported(operation, "it has no statement that changes the type of a sequence");
        }
        return super.alterSequence(operation);
    }

    /** An identity column keeps the bounds of its old type unless they are changed. */
    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        refuseToComputeAnew(operation);
        if (AlteredFromCatalog.dependsOnIdentity(operation)) {
            return AlteredFromCatalog.ofIdentity(operation, this::alterColumn);
        }
        List<Executable> statements = new ArrayList<>(super.alterColumn(operation));
        Column before = operation.existing();
        if (before != null
                && before.identity() != null
                && operation.appliedTo(before).identity() != null
                && operation.change(ColumnChange.Type.class).isPresent()) {
            String usual = before.identity().increment() < 0 ? " SET NO MINVALUE" : " SET NO MAXVALUE";
            String sql = alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column()) + usual;
            statements.add(ddl(sql, new ExecuteSql(sql, List.of())));
        }
        if (before != null
                && before.identity() != null
                && operation.appliedTo(before).identity() == null) {
            statements.addAll(withoutIdentity(operation, before));
        }
        return statements;
    }

    /** An identity column is NOT NULL there and has no default; what it is said to have comes back when it is none any more. */
    private List<Executable> withoutIdentity(AlterColumn operation, Column before) {
        List<ColumnChange> changes = new ArrayList<>();
        if (before.nullable()
                && operation.change(ColumnChange.Nullability.class).isEmpty()) {
            changes.add(new ColumnChange.Nullability(true));
        }
        if (before.defaultValue() != null
                && operation.change(ColumnChange.Default.class).isEmpty()) {
            changes.add(new ColumnChange.Default(before.defaultValue()));
        }
        return oneByOne(operation, changes);
    }

    /** It copies the table unless a type grows, and then finds that the column is used by its own expression. */
    private void refuseToComputeAnew(AlterColumn operation) {
        Column before = operation.existing();
        if (before == null || before.generated() == null) {
            return;
        }
        operation.change(ColumnChange.Type.class).ifPresent(change -> {
            if (!grows(before.type(), change.to())) {
                throw unsupported(
                        operation,
                        "the type of a generated column only grows there; drop the column and add it with the other type");
            }
        });
    }

    private static boolean grows(SqlType before, SqlType after) {
        return before instanceof StandardType from
                && after instanceof StandardType to
                && from.kind() == to.kind()
                && isAtLeast(to.length(), from.length())
                && isAtLeast(to.scale(), from.scale());
    }

    private static boolean isAtLeast(@Nullable Integer after, @Nullable Integer before) {
        return (after == null || before == null) ? Objects.equals(after, before) : after >= before;
    }

    // objects beside tables

    /** https://h2database.com/html/commands.html#create_alias */
    @Override
    protected Optional<String> lacking(Kind kind) {
        return switch (kind) {
            case ENUM_TYPE -> Optional.of("it has no enum types; a domain of an enum can be one");
            case PROCEDURE ->
                Optional.of("it has no procedures but functions written in Java, as CREATE ALIAS makes them");
            case EXTENSION -> super.lacking(kind);
            default -> Optional.empty();
        };
    }

    /**
     * That of ADD CONSTRAINT asks for a name, which a primary key that is there may not have, and a column that begins to count looks into
     * the table for its first number: https://h2database.com/html/commands.html
     */
    @Override
    protected boolean hasExistenceClause(Operation operation) {
        if (operation instanceof AlterColumn alter) {
            return alter.change(ColumnChange.Comment.class).isEmpty()
                    && identitySet(alter).isEmpty();
        }
        return !(operation instanceof AddConstraint add && add.constraint() instanceof PrimaryKey);
    }

    @Override
    protected String keywords(Kind kind) {
        return kind == Kind.FUNCTION ? "ALIAS" : super.keywords(kind);
    }

    @Override
    protected boolean replacesAtOnce(ReplaceObject operation) {
        return operation.object().kind() == Kind.VIEW;
    }

    @Override
    protected boolean renames(Kind kind) {
        return RENAMED.contains(kind);
    }

    /** Views that read a materialized view would be dropped with it, though {@code DROP VIEW} is refused then. */
    @Override
    protected Executable dropped(DropObject operation) {
        return operation.object().kind() == Kind.MATERIALIZED_VIEW
                ? unless(
                        readersOf(operation.object().name()),
                        readers -> "The views "
                                + readers.stream().map(names::fromCatalog).collect(Collectors.joining(", ")) + " read "
                                + operation.object().name() + ", and would be dropped with it: drop them before.",
                        dropStatement(operation))
                : super.dropped(operation);
    }

    private CatalogQuery readersOf(QualifiedName view) {
        String text = names.toCatalog(view.name());
        String schema = view.schema();
        String query = """
                SELECT TABLE_NAME FROM INFORMATION_SCHEMA.VIEWS
                WHERE LOCATE(QUOTE_IDENT(%s) || '.' || QUOTE_IDENT(? || '$1'), VIEW_DEFINITION) > 0 ORDER BY TABLE_NAME""";
        return schema == null
                ? CatalogQuery.of(query.formatted("CURRENT_SCHEMA"), text)
                : CatalogQuery.of(query.formatted("?"), names.toCatalog(schema), text);
    }

    @Override
    public List<Executable> refreshView(RefreshView operation) {
        if (operation.concurrently()) {
            throw unsupported(operation, "a materialized view cannot be read while it is refreshed");
        }
        return super.refreshView(operation);
    }

    /** https://h2database.com/html/commands.html#grant_right */
    @Override
    protected Optional<String> lackingPrivileges(Privileges privileges) {
        Kind kind = privileges.on().kind();
        if (kind != Kind.TABLE && kind != Kind.SCHEMA) {
            return Optional.of("it has privileges on tables and schemas alone");
        }
        if (privileges.words().stream().anyMatch(word -> word.indexOf('(') >= 0)) {
            return Optional.of("it has no privileges on single columns");
        }
        return privileges.grantable() ? Optional.of("it has no WITH GRANT OPTION") : Optional.empty();
    }

    // columns

    @Override
    public List<Executable> renameColumn(RenameColumn operation) {
        return List.of(changing(
                operation,
                clause -> alter(clause, operation.table()) + "ALTER COLUMN " + clause + names.write(operation.from())
                        + " RENAME TO " + names.write(operation.to())));
    }

    @Override
    protected FileValues fileValues() {
        return new H2FileValues(literals);
    }
}

package dev.retort.dialect.hsqldb;

import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.FileValues;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.StatementKind;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.DropTable;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.ArrayType;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles operations for HSQLDB: https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html */
final class HsqldbDdl extends DdlCompiler {

    /** CACHE says only how fast numbers come, and DESC in an index is read and has no effect; both are left out. */
    private static final Set<String> KNOWN = Set.of(
            BeyondStandard.ALWAYS,
            BeyondStandard.ARRAY,
            BeyondStandard.TIME_WITH_TIME_ZONE,
            BeyondStandard.SET_DEFAULT,
            "MINVALUE",
            "MAXVALUE",
            "CYCLE",
            "CACHE");

    private static final Set<String> NOT_READ = Set.of(BeyondStandard.ON_UPDATE, BeyondStandard.COLLATE);

    private static final Set<Kind> RENAMED = Set.of(Kind.SCHEMA, Kind.VIEW, Kind.SEQUENCE, Kind.DOMAIN);

    private static final Set<Class<? extends Operation>> EXISTENCE_ASKED = Set.of(
            CreateTable.class,
            DropTable.class,
            RenameTable.class,
            AddColumn.class,
            CreateIndex.class,
            DropIndex.class,
            CreateSequence.class,
            DropSequence.class,
            DropObject.class);

    private static final String NO_EXPRESSION =
            "a default there is a literal, or the date, the time or the user, and no other expression";

    private final HsqldbTypes ownTypes;
    private final String defaultSchema;

    HsqldbDdl(IdentifierRules names, HsqldbTypes types, Literals literals, String defaultSchema) {
        super(HsqldbProvider.NAME, names, types, literals);
        this.ownTypes = types;
        this.defaultSchema = defaultSchema;
    }

    @Override
    protected String databaseName() {
        return HsqldbDialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return HsqldbProvider.SYNTAX;
    }

    /** https://hsqldb.org/doc/2.0/guide/management-chapt.html */
    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        if (kind.begins("shutdown")) {
            throw unsupported(operation, "it would close the database under the run; leave it out");
        }
        if (kind.begins("set", "files") && (kind.begins("set", "write") || kind.begins("set", "log"))) {
            throw unsupported(
                    operation,
                    "Retort itself decides during a run when the log is written; run it apart from revisions");
        }
        return super.written(operation, kind);
    }

    @Override
    protected Optional<String> lacking(Column column) {
        DefaultValue value = column.defaultValue();
        if (value instanceof DefaultValue.Expression expression && !HsqldbText.isDefault(expression.sql())) {
            return Optional.of(NO_EXPRESSION);
        }
        return column.type() instanceof ArrayType array && array.element() instanceof ArrayType
                ? Optional.of(
                        "an ARRAY there has no arrays as elements; a json column or a table of its own can hold them")
                : Optional.empty();
    }

    @Override
    protected boolean knows(String words, TableElement element) {
        return KNOWN.contains(words);
    }

    @Override
    protected boolean isNotRead(String words) {
        return NOT_READ.contains(words);
    }

    @Override
    protected boolean knowsOfSequence(String words) {
        return words.equals(BeyondStandard.SEQUENCE_TYPE);
    }

    // columns

    @Override
    protected String columnType(Column column) {
        return column.type() instanceof EnumType list && list.name() == null
                ? types.render(list)
                : super.columnType(column);
    }

    /** The check of an enum follows everything that HSQLDB wants right behind the type. */
    @Override
    protected String columnDefinition(Column column) {
        // An identity column is NOT NULL, and with the words HSQLDB wants a default for the rows that are there.
        return super.columnDefinition(column.identity() == null ? column : column.nullable(true))
                + (column.type() instanceof EnumType list && list.name() == null
                        ? " CHECK (" + ownTypes.condition(column.name(), list) + ")"
                        : "");
    }

    /** Otherwise it would be nullable again without its key. */
    @Override
    protected String columnInTable(Table table, Column column) {
        return columnDefinition(table.isInPrimaryKey(column) ? column.notNull() : column);
    }

    /** Generated columns are always stored. */
    @Override
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")";
    }

    /** It would count from 0. */
    @Override
    protected String identity(Identity identity) {
        String sql = super.identity(identity.options(HsqldbSequences.said(identity.options())));
        return sql.endsWith(")") ? sql : sql + " (START WITH " + identity.start() + ")";
    }

    @Override
    protected String alterColumnSql(AlterColumn operation, ColumnChange change, String clause) {
        if (change instanceof ColumnChange.Identity identity) {
            return identitySql(operation, identity.to());
        }
        Column before = operation.existing();
        if (change instanceof ColumnChange.Type
                && before != null
                && before.identity() != null
                && !ceasesToCount(operation)) {
            throw unsupported(
                    operation,
                    "an identity column there would count on within the bounds of its old type; add another column");
        }
        if (change instanceof ColumnChange.Type type && type.to() instanceof EnumType list && list.name() == null) {
            throw unsupported(
                    operation,
                    "an enum is a varchar with a check there; change the type to "
                            + types.render(HsqldbTypes.ofValues(list)) + " and add the check");
        }
        if (change instanceof ColumnChange.Default value
                && value.to() instanceof DefaultValue.Expression expression
                && !HsqldbText.isDefault(expression.sql())) {
            throw unsupported(operation, NO_EXPRESSION);
        }
        return super.alterColumnSql(operation, change, clause);
    }

    /** The server rejects a column that is one already: https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html#dbc_alter_column */
    private String identitySql(AlterColumn operation, @Nullable Identity to) {
        String column = alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column());
        Column before = operation.existing();
        if (to != null && before != null && before.identity() != null) {
            throw unsupported(
                    operation,
                    "it has no statement that changes how an identity column counts (START, INCREMENT and so on) and keeps"
                            + " the number that comes next");
        }
        return column + " " + (to == null ? "DROP IDENTITY" : identity(to));
    }

    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        Column before = operation.existing();
        if (before != null
                && before.generated() != null
                && operation.change(ColumnChange.Type.class).isPresent()) {
            throw unsupported(
                    operation,
                    "the type of a generated column does not change; drop the column and add it with the other type");
        }
        List<Executable> statements = new ArrayList<>(oneByOne(
                operation, ceasesToCount(operation) ? identityFirst(operation.changes()) : operation.changes()));
        operation
                .change(ColumnChange.Identity.class)
                .map(ColumnChange.Identity::to)
                .ifPresent(identity ->
                        statements.add(new FromAnswer(operation, new NumberPastRows(operation, identity, names))));
        return statements;
    }

    private static boolean ceasesToCount(AlterColumn operation) {
        return operation
                .change(ColumnChange.Identity.class)
                .filter(change -> change.to() == null)
                .isPresent();
    }

    private static List<ColumnChange> identityFirst(List<ColumnChange> changes) {
        return Stream.of(true, false)
                .flatMap(first -> changes.stream().filter(change -> change instanceof ColumnChange.Identity == first))
                .toList();
    }

    @Override
    public List<Executable> renameColumn(RenameColumn operation) {
        return one(
                alter(operation.table()) + "ALTER COLUMN " + names.write(operation.from()) + " RENAME TO "
                        + names.write(operation.to()),
                operation);
    }

    /** It has no comment that is NULL. */
    @Override
    protected String commentOnTableSql(QualifiedName table, @Nullable String comment) {
        return super.commentOnTableSql(table, comment == null ? "" : comment);
    }

    @Override
    protected String commentOnColumnSql(QualifiedName table, String column, @Nullable String comment) {
        return super.commentOnColumnSql(table, column, comment == null ? "" : comment);
    }

    // constraints and indexes

    /** A name without schema means the schema of the referencing table. */
    @Override
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        return table.schema() != null && referred.schema() == null ? referred.inSchema(defaultSchema) : referred;
    }

    @Override
    protected String indexPart(Index.Part part) {
        return super.indexPart(part.descending(false));
    }

    // sequences

    @Override
    protected SequenceClauses sequences() {
        return new HsqldbSequences(names, types);
    }

    /** Without a type it would count in integers. */
    @Override
    protected String createSequenceSql(Sequence sequence, String words) {
        return "CREATE SEQUENCE " + words + names.write(sequence.name()) + (sequence.type() == null ? " AS bigint" : "")
                + sequences().made(sequence.options(HsqldbSequences.said(sequence.options())));
    }

    /** https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html#dbc_sequence_creation */
    @Override
    public List<Executable> alterSequence(AlterSequence operation) {
        if (operation.change(SequenceChange.Type.class).isPresent()) {
            throw unsupported(operation, "it has no statement that changes the type of a sequence");
        }
        if (operation.change(SequenceChange.Start.class).isPresent()) {
            throw unsupported(
                    operation, "with another START a sequence there begins anew, with numbers that rows may have");
        }
        List<SequenceChange> changes = said(operation);
        if (changes.isEmpty()) {
            return List.of();
        }
        Sequence was = operation.was();
        String alter =
                altering(new AlterSequence(operation.name(), changes, was)).sql();
        if (!operation.mayWidenSteps()) {
            return one(alter, operation);
        }
        String next = "CALL NEXT VALUE FOR " + names.write(operation.name());
        return List.of(ddl(alter, operation), ddl(next, new ExecuteSql(next, List.of())));
    }

    private static List<SequenceChange> said(AlterSequence operation) {
        List<SequenceChange> changes = new ArrayList<>(operation.changes());
        changes.removeIf(SequenceChange.Cache.class::isInstance);
        Sequence was = operation.was();
        if (was != null && operation.change(SequenceChange.Cycle.class).isPresent()) {
            SequenceOptions after = operation.appliedTo(was).options();
            Stream<SequenceChange> bounds = SequenceChange.between(after, HsqldbSequences.said(after)).stream();
            bounds.filter(bound -> changes.stream().noneMatch(said -> said.getClass() == bound.getClass()))
                    .filter(bound -> !(bound instanceof SequenceChange.Cache))
                    .forEach(changes::add);
        }
        return changes;
    }

    // objects beside tables: https://hsqldb.org/doc/2.0/guide/databaseobjects-chapt.html

    @Override
    protected boolean renames(Kind kind) {
        return RENAMED.contains(kind);
    }

    /** The index of the constraint would keep its old name. */
    @Override
    public List<Executable> renameConstraint(RenameConstraint operation) {
        throw unsupported(operation, "it renames no constraints together with their indexes; drop it and add it");
    }

    /** What others were granted on the strength of the privilege stays, or the statement fails. */
    @Override
    protected String afterRevoke() {
        return " RESTRICT";
    }

    /** https://hsqldb.org/doc/2.0/guide/accesscontrol-chapt.html#acc_grant */
    @Override
    protected Optional<String> lackingPrivileges(Privileges privileges) {
        return privileges.on().kind() == Kind.SCHEMA
                ? Optional.of("it has no privileges on schemas; grant those on their tables")
                : Optional.empty();
    }

    @Override
    protected boolean hasExistenceClause(Operation operation) {
        if (operation instanceof CreateObject create) {
            return create.object().kind() == Kind.SCHEMA || create.object().kind() == Kind.VIEW;
        }
        if (operation instanceof AddConstraint add) {
            // The clause asks for a name, which a primary key that is there may not have.
            return !(add.constraint() instanceof PrimaryKey);
        }
        return EXISTENCE_ASKED.contains(operation.getClass());
    }

    @Override
    protected FileValues fileValues() {
        return new HsqldbFileValues(literals);
    }
}

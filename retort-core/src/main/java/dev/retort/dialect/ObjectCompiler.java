package dev.retort.dialect;

import dev.retort.dialect.Executable.Conditional;
import dev.retort.dialect.Executable.FromAnswer;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DialectName;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Existence;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.operation.SchemaChange;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Domain;
import dev.retort.schema.Extension;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import dev.retort.sql.Terminator;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Compiles operations on objects beside tables, and conditional ones. A dialect says with {@link #lacking(SchemaObject.Kind)} which kinds
 * of objects the database does not have.
 */
public abstract class ObjectCompiler extends DataCompiler {

    private static final Set<Kind> NOT_STANDARD = EnumSet.of(Kind.MATERIALIZED_VIEW, Kind.ENUM_TYPE, Kind.EXTENSION);

    protected ObjectCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    /**
     * Why the database has no objects of a kind, and what it has instead; empty if it has them. The default is that it has those of the SQL
     * standard.
     */
    protected Optional<String> lacking(Kind kind) {
        return NOT_STANDARD.contains(kind) ? Optional.of("it has no " + several(kind)) : Optional.empty();
    }

    /** The plural of a kind: {@code materialized views}. */
    protected static String several(Kind kind) {
        return kind.words() + "s";
    }

    /** The keywords of a kind. */
    protected String keywords(Kind kind) {
        return kind == Kind.ENUM_TYPE ? "TYPE" : kind.words().toUpperCase(Locale.ROOT);
    }

    /** What finds an object in a statement, after its kind. The default is its name alone, which is unique within a schema. */
    protected String write(ObjectReference object) {
        return names.write(object.name());
    }

    // conditions

    @Override
    public List<Executable> conditionalOperations(ConditionalOperations operation) {
        List<Executable> conditional = new ArrayList<>();
        for (Operation inner : operation.operations()) {
            for (Executable executable : compile(inner)) {
                conditional.add(conditional(operation.condition(), inner, executable));
            }
        }
        return conditional;
    }

    /**
     * A part of an operation that depends on what that part itself is about; a comment on something new depends on whether it has one.
     *
     * @param whole the operation
     */
    private static Conditional conditional(Existence condition, Operation whole, Executable part) {
        List<SchemaChange.Part> own = part.operation().change().parts();
        SqlStatement statement = part.statements()
                .filter(all -> all.size() == 1)
                .map(all -> all.get(0))
                .orElse(null);
        if (!own.isEmpty() && own.stream().allMatch(each -> each.suits(condition))) {
            return new Conditional(condition, own, part, statement == null ? null : statement.asked());
        }
        List<SchemaChange.Part> parts = condition == Existence.MISSING
                ? comments(part.operation())
                : whole.change().parts();
        boolean unconditional = condition == Existence.MISSING || parts.isEmpty();
        return new Conditional(condition, parts, part, unconditional ? statement : null);
    }

    private static List<SchemaChange.Part> comments(Operation operation) {
        if (operation instanceof CommentOnTable comment) {
            return List.of(new SchemaChange.Commented(new SchemaChange.CommentOf(comment.table(), null)));
        }
        return operation instanceof AlterColumn alter
                ? List.of(new SchemaChange.Commented(new SchemaChange.CommentOf(alter.table(), alter.column())))
                : List.of();
    }

    /**
     * Whether the statement of an operation can have {@code IF NOT EXISTS} if it creates something, and {@code IF EXISTS} if it changes or
     * drops something, about the same thing that the catalog is asked for. The default is no.
     */
    protected boolean hasExistenceClause(Operation operation) {
        return false;
    }

    /**
     * A statement that creates something.
     *
     * @param sql writes it with a clause, which is empty or ends with a space
     */
    protected final SqlStatement creating(Operation operation, UnaryOperator<String> sql) {
        return asking("IF NOT EXISTS ", operation, sql);
    }

    /**
     * A statement that changes, renames or drops something.
     *
     * @param sql writes it with a clause, which is empty or ends with a space
     */
    protected final SqlStatement changing(Operation operation, UnaryOperator<String> sql) {
        return asking("IF EXISTS ", operation, sql);
    }

    private SqlStatement asking(String clause, Operation operation, UnaryOperator<String> sql) {
        SqlStatement statement = ddl(sql.apply(""), operation);
        return hasExistenceClause(operation) ? statement.asking(sql.apply(clause)) : statement;
    }

    // created and replaced

    @Override
    public List<Executable> createObject(CreateObject operation) {
        return List.of(made(operation, operation.object(), "CREATE "));
    }

    /** In one statement where the database has one for that kind, else the object is dropped and created. */
    @Override
    public List<Executable> replaceObject(ReplaceObject operation) {
        AuxiliaryObject object = operation.object();
        requireSameSignature(operation);
        if (object instanceof View || object instanceof Routine || object instanceof Trigger) {
            return replacesAtOnce(operation)
                    ? List.of(made(operation, object, "CREATE OR REPLACE "))
                    : List.of(
                            dropped(new DropObject(object.reference(), operation.was())),
                            made(new CreateObject(object), object, "CREATE "));
        }
        throw unsupported(operation, "a " + object.kind().words() + " has no definition to replace");
    }

    /** A routine with other parameters would be another one beside the first. */
    private void requireSameSignature(ReplaceObject operation) {
        Set<String> attributes = routineAttributes();
        if (attributes.isEmpty()
                || !(operation.object() instanceof Routine routine)
                || !(operation.was() instanceof Routine was)) {
            return;
        }
        String after = WrittenDefinition.of(routine.definition(), syntax()).signature(attributes);
        String before = WrittenDefinition.of(was.definition(), syntax()).signature(attributes);
        if (!after.equals(before)) {
            throw unsupported(
                    operation,
                    "its parameters and result are written " + after + ", and were " + before
                            + ": drop the one and create the other, or write them alike");
        }
    }

    /**
     * The words, in lower case, that may follow the parameters and the result of a routine, where these tell routines of one name apart. The
     * default is none, for databases with one routine of a name.
     */
    protected Set<String> routineAttributes() {
        return Set.of();
    }

    /** Whether {@code CREATE OR REPLACE} replaces a view, a routine or a trigger. The default is no. */
    protected boolean replacesAtOnce(ReplaceObject operation) {
        return false;
    }

    /** The statement that creates an object. */
    protected final SqlStatement made(Operation operation, AuxiliaryObject object, String create) {
        if (object instanceof Routine routine) {
            return defined(operation, routine, routine.definition(), create);
        }
        if (object instanceof View view && hasFurtherStatements(view.query())) {
            throw unsupported(operation, "its query has further statements, which op.execute(…) runs");
        }
        if (object instanceof Trigger trigger) {
            return defined(operation, trigger, trigger.definition(), create);
        }
        UnaryOperator<String> sql =
                clause -> create + keywords(object.kind()) + " " + clause + write(object.reference()) + clauses(object);
        return operation instanceof CreateObject ? creating(operation, sql) : ddl(sql.apply(""), operation);
    }

    /** What follows the name of an object in the statement that creates it. */
    private String clauses(AuxiliaryObject object) {
        if (object instanceof View view) {
            return " AS\n" + Terminator.removedFrom(view.query());
        }
        if (object instanceof NamedEnum words) {
            return " AS ENUM (" + words.values().stream().map(literals::text).collect(Collectors.joining(", ")) + ")";
        }
        if (object instanceof Domain domain) {
            return " AS " + types.render(domain.type()) + (domain.clauses().isEmpty() ? "" : " " + domain.clauses());
        }
        return object instanceof Extension extension ? clauses(extension) : "";
    }

    /** What follows the name of an extension in the statement that creates it. The default is its version. */
    protected String clauses(Extension extension) {
        return extension.version() == null ? "" : " VERSION " + literals.text(extension.version());
    }

    /** A user's own statement, which has to create what the operation says that it does. */
    private SqlStatement defined(Operation operation, AuxiliaryObject object, String text, String create) {
        WrittenDefinition definition = WrittenDefinition.of(Terminator.removedFrom(text), syntax());
        if (!definition.creates()) {
            throw unsupported(
                    operation, "its definition is the whole statement that creates it, and does not begin with CREATE");
        }
        String keyword = keywords(object.kind()).toLowerCase(Locale.ROOT);
        boolean ofTable = object instanceof Trigger && triggersLackSchema();
        ObjectReference named = ofTable
                ? object.reference().named(QualifiedName.of(object.name().name()))
                : object.reference();
        if (!definition.creates(named, keyword) || (ofTable && !definition.isOn(object.belongsTo()))) {
            throw unsupported(operation, "its definition creates something else");
        }
        String written = create.equals("CREATE ") ? definition.sql() : definition.replacing();
        if (hasFurtherStatements(written)) {
            throw unsupported(operation, "its definition has further statements, which op.execute(…) runs");
        }
        Executable checked = new WrittenSql(this, false).of(new ExecuteSql(written, List.of()));
        SqlStatement statement = ddl(((SqlStatement) checked).sql(), operation);
        return operation instanceof CreateObject && hasExistenceClause(operation)
                ? statement.asking(definition.ifMissing(keyword))
                : statement;
    }

    private boolean hasFurtherStatements(String text) {
        return StatementKind.of(Terminator.removedFrom(text), syntax()).isSeveral();
    }

    /** Whether a trigger is named within its table, so that only the table's name has a schema. The default is no. */
    protected boolean triggersLackSchema() {
        return false;
    }

    // dropped and renamed

    @Override
    public List<Executable> dropObject(DropObject operation) {
        return List.of(dropped(operation));
    }

    /** The statement that drops an object and nothing that depends on it. */
    protected Executable dropped(DropObject operation) {
        return dropStatement(operation);
    }

    /** DROP with the name of an object. */
    protected final SqlStatement dropStatement(DropObject operation) {
        ObjectReference object = operation.object();
        return changing(operation, clause -> "DROP " + keywords(object.kind()) + " " + clause + write(object));
    }

    /**
     * A statement that is sent only if a query finds nothing.
     *
     * @param check the query, whose first column names what hinders the statement
     * @param why says why it is not sent, from those names
     */
    protected static Executable unless(CatalogQuery check, Function<List<String>, String> why, SqlStatement statement) {
        return new FromAnswer(statement.operation(), new CheckedStatement(statement, check, why));
    }

    @Override
    public final List<Executable> renameObject(RenameObject operation) {
        Kind kind = operation.object().kind();
        if (!renames(kind)) {
            throw unsupported(operation, "it renames no " + several(kind) + "; drop and create it");
        }
        return List.of(changing(operation, clause -> renameSql(operation, clause)));
    }

    /** Whether the database renames objects of a kind that it has. The default is yes. */
    protected boolean renames(Kind kind) {
        return true;
    }

    /**
     * The statement that renames an object.
     *
     * @param clause what precedes its name, with a space after it; empty for nothing
     */
    protected String renameSql(RenameObject operation, String clause) {
        ObjectReference object = operation.object();
        return "ALTER " + keywords(object.kind()) + " " + clause + write(object) + " RENAME TO "
                + names.write(operation.to());
    }

    // of single kinds

    @Override
    public List<Executable> refreshView(RefreshView operation) {
        return one(
                "REFRESH MATERIALIZED VIEW " + (operation.concurrently() ? "CONCURRENTLY " : "")
                        + names.write(operation.view()),
                operation);
    }

    @Override
    public List<Executable> addEnumValue(AddEnumValue operation) {
        String place = operation.neighbour() == null
                ? ""
                : (operation.before() ? " BEFORE " : " AFTER ") + literals.text(operation.neighbour());
        return List.of(creating(
                operation,
                clause -> "ALTER TYPE " + names.write(operation.type()) + " ADD VALUE " + clause
                        + literals.text(operation.value()) + place));
    }

    @Override
    public List<Executable> removeEnumValue(RemoveEnumValue operation) {
        throw unsupported(operation, "it has no enum types");
    }

    @Override
    public List<Executable> renameEnumValue(RenameEnumValue operation) {
        return one(
                "ALTER TYPE " + names.write(operation.type()) + " RENAME VALUE " + literals.text(operation.from())
                        + " TO " + literals.text(operation.to()),
                operation);
    }

    @Override
    public List<Executable> alterDomain(AlterDomain operation) {
        return operation.changes().stream()
                .<Executable>map(change -> changing(
                        new AlterDomain(operation.name(), List.of(change)),
                        clause -> "ALTER DOMAIN " + clause + names.write(operation.name()) + " "
                                + clause(operation, change)))
                .toList();
    }

    private String clause(AlterDomain operation, DomainChange change) {
        if (change instanceof DomainChange.Default value) {
            return value.to() == null ? "DROP DEFAULT" : "SET DEFAULT " + value.to();
        }
        if (change instanceof DomainChange.AddedCheck check) {
            return "ADD CONSTRAINT " + names.write(check.name()) + " CHECK (" + check.condition() + ")";
        }
        if (change instanceof DomainChange.DroppedCheck check) {
            return "DROP CONSTRAINT " + names.write(check.name());
        }
        return domainNullability(operation, ((DomainChange.Nullability) change).nullable());
    }

    /** The clause that lets a domain be NULL, or forbids it. The default is that there is none. */
    protected String domainNullability(AlterDomain operation, boolean nullable) {
        throw unsupported(
                operation, "it has no statement that changes whether a domain can be NULL; add or drop a check");
    }

    // privileges

    @Override
    public List<Executable> grant(Grant operation) {
        Privileges privileges = operation.privileges();
        return one(
                "GRANT " + written(operation, privileges) + " TO " + grantees(operation.grantees())
                        + (privileges.grantable() ? " WITH GRANT OPTION" : ""),
                operation);
    }

    @Override
    public List<Executable> revoke(Revoke operation) {
        return one(
                "REVOKE " + written(operation, operation.privileges()) + " FROM " + grantees(operation.grantees())
                        + afterRevoke(),
                operation);
    }

    /** What follows the grantees of REVOKE, with a space before. The default is nothing. */
    protected String afterRevoke() {
        return "";
    }

    private String written(Operation operation, Privileges privileges) {
        lackingPrivileges(privileges).ifPresent(why -> {
            throw unsupported(operation, why);
        });
        return String.join(", ", privileges.words()) + " ON " + granted(privileges.on());
    }

    /** Why the database cannot grant privileges, and revoke them; empty if it can, which is the default. */
    protected Optional<String> lackingPrivileges(Privileges privileges) {
        return Optional.empty();
    }

    /** The object of a privilege. The default is its kind and its name. */
    protected String granted(ObjectReference object) {
        return keywords(object.kind()) + " " + write(object);
    }

    private String grantees(List<String> grantees) {
        return grantees.stream()
                .map(grantee -> grantee.equalsIgnoreCase("public") ? "PUBLIC" : grantee(grantee))
                .collect(Collectors.joining(", "));
    }

    /** A role or a user. The default is an identifier. */
    protected String grantee(String name) {
        return names.write(name);
    }

    // partitions

    @Override
    public List<Executable> attachPartition(AttachPartition operation) {
        throw unsupported(operation, "its partitions are no tables of their own");
    }

    @Override
    public List<Executable> detachPartition(DetachPartition operation) {
        throw unsupported(operation, "its partitions are no tables of their own");
    }
}

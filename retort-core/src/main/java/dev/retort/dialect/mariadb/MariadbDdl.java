package dev.retort.dialect.mariadb;

import dev.retort.dialect.BeyondStandard;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.Executable.FromCatalog;
import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SequenceClauses;
import dev.retort.dialect.StatementKind;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameTable;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.SqlSyntax;
import dev.retort.sql.SqlTokens;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compiles operations for MariaDB. */
class MariadbDdl extends DdlCompiler {

    /** A default that needs no parentheses. */
    private static final Pattern BARE_DEFAULT = Pattern.compile(
            "(?is)\\s*(null|true|false|[+-]?[0-9.]+(e[+-]?[0-9]+)?|[bx]?'([^'\\\\]|''|\\\\.)*'|(current_timestamp|now|localtime|localtimestamp)(\\s*\\(\\s*\\d*\\s*\\))?)\\s*");

    private static final Pattern CURRENT_TIME =
            Pattern.compile("(?i)[\\s(]*(current_timestamp|now|localtime|localtimestamp)\\b");

    /** The option of an index that the optimizer ignores. */
    static final String IGNORED = "ignored";

    /** The option of a column without history. */
    static final String WITHOUT_VERSIONING = "without system versioning";

    /** The option of a column with a check of its own, which a statement that restates the column must repeat. */
    static final String CHECK = "check";

    private static final Set<String> OF_COLUMNS = Set.of(
            BeyondStandard.ON_UPDATE,
            BeyondStandard.CHARACTER_SET,
            BeyondStandard.COLLATE,
            BeyondStandard.INVISIBLE,
            BeyondStandard.VIRTUAL,
            WITHOUT_VERSIONING,
            CHECK);

    private static final Set<String> OF_INDEXES =
            Set.of(BeyondStandard.PREFIX_LENGTH, BeyondStandard.METHOD, BeyondStandard.COMMENT, IGNORED);

    private final MariadbFeatures features;
    private final MariadbTypes columnTypes;
    private final MariadbSession session;

    MariadbDdl(
            DialectName dialect,
            MariadbFeatures features,
            IdentifierRules names,
            MariadbTypes types,
            Literals literals,
            MariadbSession session) {
        super(dialect, names, types, literals);
        this.features = features;
        this.columnTypes = types;
        this.session = session;
    }

    @Override
    protected String databaseName() {
        return MariadbDialect.PRODUCT;
    }

    @Override
    protected SqlSyntax syntax() {
        return MariadbProvider.SYNTAX;
    }

    @Override
    protected Optional<String> lacking(Column column) {
        return features.lacking(column);
    }

    @Override
    protected boolean knows(String words, TableElement element) {
        if (element instanceof Index index && words.equals(BeyondStandard.EXPRESSION)) {
            return index.parts().stream()
                    .allMatch(part -> !MariadbIndexes.prefix(part).expression() || canIndex(part.text()));
        }
        return element instanceof Column ? OF_COLUMNS.contains(words) : OF_INDEXES.contains(words);
    }

    @Override
    protected Executable written(ExecuteSql operation, StatementKind kind) {
        RefusedSql.why(operation.sql(), kind).ifPresent(why -> {
            throw unsupported(operation, why);
        });
        return super.written(operation, kind);
    }

    // tables

    @Override
    public List<Executable> createTable(CreateTable operation) {
        Table table = operation.table();
        for (Column column : table.columns()) {
            Identity identity = column.identity();
            if (identity != null) {
                refuseOtherIncrement(operation, identity);
                if (!firstOfAKey(table, column.name())) {
                    throw unsupported(
                            operation,
                            "column " + column.name()
                                    + " is AUTO_INCREMENT and must be the first column of the primary key or of a"
                                    + " unique constraint");
                }
            }
        }
        new KeyLength(columnTypes, session.collationOf(table)).tooLong(table).ifPresent(why -> {
            throw unsupported(operation, why);
        });
        return super.createTable(operation);
    }

    private static boolean firstOfAKey(Table table, String column) {
        PrimaryKey primary = table.primaryKey();
        Stream<List<String>> keys = Stream.concat(
                primary == null ? Stream.of() : Stream.of(primary.columns()),
                table.uniqueConstraints().stream().map(UniqueConstraint::columns));
        return keys.anyMatch(columns -> columns.get(0).equals(column));
    }

    @Override
    protected String tableOptions(Table table) {
        String start = table.columns().stream()
                .map(Column::identity)
                .filter(identity -> identity != null && identity.start() != 1)
                .findFirst()
                .map(identity -> " AUTO_INCREMENT = " + identity.start())
                .orElse("");
        StringBuilder options = new StringBuilder(start);
        if (table.comment() != null) {
            options.append(" COMMENT = ").append(comment(table.comment()));
        }
        return options + TableOptions.written(table.options(), names);
    }

    @Override
    protected boolean knowsTableOption(String option, Table table) {
        return TableOptions.isKnown(option, table);
    }

    /** Comments are in the definitions. */
    @Override
    protected List<Executable> commentsOf(Table table) {
        return List.of();
    }

    @Override
    protected List<Executable> commentOf(QualifiedName table, Column column) {
        return List.of();
    }

    @Override
    protected String commentOnTableSql(QualifiedName table, @Nullable String comment) {
        return alter(table) + "COMMENT = " + comment(comment == null ? "" : comment);
    }

    /** A name without schema would move the table to the connection's database. */
    @Override
    public List<Executable> renameTable(RenameTable operation) {
        return one(
                alter(operation.from()) + "RENAME TO "
                        + names.write(operation.from().sibling(operation.to())),
                operation);
    }

    // columns

    @Override
    public List<Executable> addColumn(AddColumn operation) {
        if (operation.column().identity() != null) {
            throw unsupported(
                    operation,
                    "an AUTO_INCREMENT column needs its key in the same statement; write it as SQL: ALTER TABLE … ADD COLUMN …"
                            + " AUTO_INCREMENT, ADD PRIMARY KEY (…)");
        }
        return super.addColumn(operation);
    }

    @Override
    protected String columnDefinition(Column column) {
        String written = columnTypes.render(column.type());
        refuseLostValues(column, written);
        String check = ownCheck(written);
        String type = written.substring(0, written.length() - check.length()).strip();
        StringBuilder sql = new StringBuilder(names.write(column.name()));
        sql.append(' ').append(type);
        // Before columns had fields for them, all of these were part of the type.
        SqlTokens said = SqlTokens.of(type, MariadbProvider.SYNTAX);
        if (!says(said, "collate") && !says(said, "character") && !says(said, "charset")) {
            sql.append(column.characterSet() == null ? "" : " CHARACTER SET " + column.characterSet());
            sql.append(collation(column));
        }
        boolean computed = says(said, "generated") || says(said, "as");
        if (column.generated() != null && !computed) {
            sql.append(' ').append(generated(column.generated()));
        } else if (!computed) {
            sql.append(column.nullable() ? nullable(columnTypes.parse(type)) : " NOT NULL");
        }
        if (column.invisible()) {
            sql.append(" INVISIBLE");
        }
        if (column.options().has(WITHOUT_VERSIONING)) {
            sql.append(" WITHOUT SYSTEM VERSIONING");
        }
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultValue()));
        }
        if (column.onUpdate() != null) {
            sql.append(" ON UPDATE ").append(column.onUpdate());
        }
        if (column.identity() != null) {
            sql.append(" AUTO_INCREMENT");
        }
        if (column.comment() != null) {
            sql.append(" COMMENT ").append(comment(column.comment()));
        }
        column.options()
                .get(CHECK)
                .ifPresent(condition -> sql.append(" CHECK (").append(condition).append(')'));
        return sql + (check.isEmpty() ? "" : " " + check);
    }

    /** Whether a word follows a type. */
    private static boolean says(SqlTokens type, String word) {
        return type.all().stream().skip(1).anyMatch(token -> token.is(word));
    }

    /** The check after a type, which comes last in a definition. */
    private static String ownCheck(String type) {
        SqlTokens tokens = SqlTokens.of(type, MariadbProvider.SYNTAX);
        for (int i = 1; i < tokens.size(); i = tokens.get(i).is("(") ? tokens.closing(i) + 1 : i + 1) {
            if (tokens.get(i).is("check")) {
                return type.substring(tokens.get(i).start());
            }
        }
        return "";
    }

    /** A timestamp without NULL is NOT NULL and updates itself if explicit_defaults_for_timestamp is off. */
    private static String nullable(SqlType type) {
        boolean timestamp =
                type instanceof StandardType standard && standard.kind() == TypeKind.TIMESTAMP_WITH_TIME_ZONE;
        return timestamp ? " NULL" : "";
    }

    /** An expression that is neither a literal nor a current time must be in parentheses. */
    @Override
    protected String defaultValue(DefaultValue value) {
        String sql = super.defaultValue(value);
        if (value instanceof DefaultValue.Literal) {
            return sql;
        }
        SqlTokens tokens = SqlTokens.of(sql, MariadbProvider.SYNTAX);
        int clause = onUpdate(tokens);
        return clause < 0
                ? inParentheses(sql)
                : inParentheses(sql.substring(0, tokens.get(clause).start()).strip()) + " ON UPDATE"
                        + sql.substring(tokens.get(clause + 1).end());
    }

    /** The position of the ON UPDATE clause after an expression, where a default once had to have it; -1 if there is none. */
    private static int onUpdate(SqlTokens tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is("on") && tokens.get(i + 1).is("update")) {
                return i;
            }
        }
        return -1;
    }

    private static String inParentheses(String sql) {
        return BARE_DEFAULT.matcher(sql).matches() ? sql : "(" + sql + ")";
    }

    @Override
    public List<Executable> alterColumn(AlterColumn operation) {
        refuseIdentityChange(operation);
        if (operation.existing() != null) {
            return one(alteration(operation, operation.existing()), operation);
        }
        if (operation.changes().size() == 1 && operation.changes().get(0) instanceof ColumnChange.Default change) {
            DefaultValue value = change.to();
            if (value instanceof DefaultValue.Literal literal && !mayBeMoment(literal)) {
                return one(setDefault(operation, defaultValue(value)), operation);
            }
        }
        return List.of(new FromCatalog(operation, operation.table(), (now, any) -> restated(operation, now)));
    }

    private List<SqlStatement> restated(AlterColumn operation, Table table) throws SQLException {
        Column before = table.columns().stream()
                .filter(column -> column.name().equalsIgnoreCase(operation.column()))
                .findFirst()
                .orElseThrow(() -> new SQLException("There is no column " + operation.column() + "."));
        return List.of(SqlStatement.ddl(alteration(operation, before), operation));
    }

    private void refuseIdentityChange(AlterColumn operation) {
        if (operation.change(ColumnChange.Identity.class).isPresent()) {
            throw unsupported(
                    operation,
                    "it keeps neither start nor increment nor bounds of an AUTO_INCREMENT column;"
                            + " ALTER TABLE … AUTO_INCREMENT = n, written as SQL, sets the number that comes next");
        }
    }

    private String alteration(AlterColumn operation, Column before) {
        boolean onlyDefault = operation.changes().size() == 1
                && operation.changes().get(0) instanceof ColumnChange.Default
                && before.onUpdate() == null
                && !saysUpdate(before.defaultValue())
                && !isCurrentTime(before.defaultValue());
        Column after = operation.appliedTo(before);
        DefaultValue value = after.defaultValue();
        if (!onlyDefault || saysUpdate(value)) {
            Column whole = columnTypes.isOfCharacters(after.type())
                    ? after
                    : after.characterSet(null).collate((QualifiedName) null);
            return alter(operation.table()) + "MODIFY COLUMN " + columnDefinition(whole);
        }
        if (value != null) {
            return setDefault(operation, defaultValue(value));
        }
        // After DROP DEFAULT an INSERT must name even a nullable column.
        return before.nullable()
                ? setDefault(operation, "NULL")
                : alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column()) + " DROP DEFAULT";
    }

    private String setDefault(AlterColumn operation, String value) {
        return alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column()) + " SET DEFAULT " + value;
    }

    /** Whether it may be the default of a column whose default was the current time. */
    private static boolean mayBeMoment(DefaultValue.Literal literal) {
        String text = literal.value().toString();
        return literal.value() instanceof String && !text.isEmpty() && Character.isDigit(text.charAt(0));
    }

    /** Such a default stays whatever ALTER COLUMN says, without an error or a warning. */
    private static boolean isCurrentTime(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && CURRENT_TIME.matcher(expression.sql()).lookingAt();
    }

    private static boolean saysUpdate(@Nullable DefaultValue value) {
        return value instanceof DefaultValue.Expression expression
                && onUpdate(SqlTokens.of(expression.sql(), MariadbProvider.SYNTAX)) >= 0;
    }

    // constraints

    /** A name without database means the database of the referencing table. */
    @Override
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        if (table.schema() == null || referred.schema() != null) {
            return referred;
        }
        String database = session.database();
        if (database == null) {
            throw new UnsupportedByDialectException(
                    "refer from " + table + " to " + referred,
                    databaseName(),
                    "a name without database would mean a table in the database of the referencing one; name the database");
        }
        return referred.inSchema(database);
    }

    @Override
    public List<Executable> dropConstraint(DropConstraint operation) {
        Constraint was = operation.was();
        String name = operation.name();
        if (name == null || was instanceof PrimaryKey) {
            return one(alter(operation.table()) + "DROP PRIMARY KEY", operation);
        }
        String written = names.write(name);
        if (was instanceof UniqueConstraint) {
            return one(alter(operation.table()) + "DROP INDEX " + written, operation);
        }
        if (was instanceof ForeignKey) {
            // The index that was created for the foreign key has its name, and would remain.
            return one(
                    alter(operation.table()) + "DROP FOREIGN KEY " + written + ", DROP INDEX IF EXISTS " + written,
                    operation);
        }
        return one(alter(operation.table()) + "DROP CONSTRAINT " + written, operation);
    }

    // indexes

    @Override
    public List<Executable> dropIndex(DropIndex operation) {
        return one("DROP INDEX " + names.write(operation.name()) + " ON " + names.write(operation.table()), operation);
    }

    @Override
    protected String createIndexSql(QualifiedName table, Index index) {
        String parts =
                String.join(", ", index.parts().stream().map(this::indexPart).toList());
        return "CREATE " + MariadbIndexes.kind(index) + "INDEX " + names.write(index.name())
                + MariadbIndexes.using(index) + " ON " + names.write(table) + " (" + parts + ")"
                + constraintIndex(index.options(), index.comment());
    }

    @Override
    protected String constraintIndex(Options options, @Nullable String comment) {
        return (comment == null ? "" : " COMMENT " + comment(comment)) + (options.has(IGNORED) ? " IGNORED" : "");
    }

    @Override
    protected String indexPart(Index.Part part) {
        Index.Part prefix = MariadbIndexes.prefix(part);
        return prefix.expression() ? part.text() + (part.descending() ? " DESC" : "") : super.indexPart(prefix);
    }

    // sequences

    @Override
    protected SequenceClauses sequences() {
        return new MariadbSequences(names, types);
    }

    // refusals

    /** Whether the database supports an expression as part of an index. Here: none. */
    protected boolean canIndex(String expression) {
        return false;
    }

    private String comment(String text) {
        if (!CatalogText.keeps(text)) {
            throw new UnsupportedByDialectException(
                    "store the comment '" + text + "'",
                    databaseName(),
                    "a character that takes four bytes in UTF-8 would become a question mark");
        }
        return literals.text(text);
    }

    private void refuseLostValues(Column column, String type) {
        SqlTokens words = SqlTokens.of(type, MariadbProvider.SYNTAX);
        boolean lists = words.size() > 2
                && (words.get(0).is("enum") || words.get(0).is("set"))
                && words.get(1).is("(");
        if (lists && !CatalogText.keeps(words.part(2, words.closing(1)).in(type))) {
            throw new UnsupportedByDialectException(
                    "report the values of column " + column.name(),
                    databaseName(),
                    "a character that takes four bytes in UTF-8 is shown as a question mark, and the next change of the column would"
                            + " write that; use a varchar with a check");
        }
    }

    private void refuseOtherIncrement(Operation operation, Identity identity) {
        if (identity.increment() != 1) {
            throw unsupported(
                    operation,
                    "the increment of AUTO_INCREMENT is a setting of the server; use a sequence as the default");
        }
    }
}

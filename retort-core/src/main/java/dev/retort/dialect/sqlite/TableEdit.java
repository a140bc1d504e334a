package dev.retort.dialect.sqlite;

import dev.retort.dialect.sqlite.SqliteTypes.Affinity;
import dev.retort.dialect.sqlite.TableSource.Clause;
import dev.retort.dialect.sqlite.TableSource.ClauseKind;
import dev.retort.dialect.sqlite.TableSource.Element;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.TableBatch.ColumnMove;
import dev.retort.operation.TableBatch.OptionChange;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.EnumType;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.sql.SqlToken;
import dev.retort.sql.SqlTokens;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes the stored text of a table and its indexes as operations say, and leaves everything else as it is written. */
final class TableEdit {

    private final SqliteDdl ddl;
    private final QualifiedName table;
    private final TableSource source;
    private final Map<String, String> indexes;
    private final List<Column> added = new ArrayList<>();
    private final List<Constraint> constraints = new ArrayList<>();
    private final List<String> required = new ArrayList<>();
    private final List<String> altered = new ArrayList<>();
    private final Map<String, EnumType> labels = new LinkedHashMap<>();
    private boolean changed;

    TableEdit(SqliteDdl ddl, QualifiedName table, StoredTable stored) {
        this.ddl = ddl;
        this.table = table;
        this.source = TableSource.of(stored.sql());
        this.indexes = new LinkedHashMap<>(stored.indexes());
    }

    /**
     * Makes one change.
     *
     * @throws SQLException when the table lacks what is changed
     */
    void apply(SchemaChange.Part part) throws SQLException {
        if (part instanceof SchemaChange.Added add) {
            if (add.element() instanceof Column column) {
                add(column);
            } else if (add.element() instanceof Constraint constraint) {
                add(constraint);
            } else if (add.element() instanceof Index index) {
                add(index);
            }
        } else if (part instanceof SchemaChange.AlteredColumn alter) {
            Element column = column(alter.from());
            altered.add(alter.from());
            for (ColumnChange change : alter.changes()) {
                alter(column, change, alter.was());
            }
        } else if (!(part instanceof SchemaChange.Touched)) {
            throw new IllegalArgumentException("A table is not rebuilt for " + part);
        }
    }

    /**
     * Drops an index.
     *
     * @throws SQLException when the table has none of that name
     */
    void dropIndex(String name) throws SQLException {
        if (!indexes.keySet().removeIf(index -> SqliteIdentifiers.same(index, name))) {
            throw new SQLException("There is no index " + name + " of " + table + ".");
        }
        changed = true;
    }

    /**
     * Drops a constraint.
     *
     * @param found the table as the catalog has it
     * @throws SQLException when the table has no such constraint, or several
     */
    void dropConstraint(DropConstraint operation, Table found) throws SQLException {
        source.remove(new DroppedConstraint(ddl, operation, source, found).clause());
        changed = true;
    }

    /** Has the table made anew even if nothing changes. */
    void recreate() {
        changed = true;
    }

    /**
     * Moves a column.
     *
     * @throws SQLException when the table lacks one of the two
     */
    void move(ColumnMove move) throws SQLException {
        source.move(column(move.column()), column(move.other()), move.before());
        changed = true;
    }

    /**
     * Adds or removes an option.
     *
     * @throws SQLException when the table has it already, or has it not, or would convert values without it
     */
    void option(OptionChange change) throws SQLException {
        if (has(change.option()) == change.added()) {
            throw new SQLException("The table " + table + " has the option " + change.option()
                    + (change.added() ? " already." : " not."));
        }
        if (change.added()) {
            source.options().add(change.option());
        } else {
            requireWithout(change.option());
            source.options().remove(change.option());
            keepKeyRequired();
        }
        changed = true;
    }

    /** A column of the type ANY keeps texts of digits only with STRICT. */
    private void requireWithout(String option) throws SQLException {
        Optional<String> any = columnElements()
                .filter(column -> SqliteIdentifiers.same("any", column.type()))
                .map(Element::column)
                .map(String::valueOf)
                .findFirst();
        if (option.equals(SqliteDdl.STRICT) && any.isPresent()) {
            throw new SQLException("Without STRICT, texts of digits in the column " + any.get() + " of " + table
                    + " would become numbers, since its type is ANY.");
        }
    }

    /** Either option requires a value in each column of the primary key, which otherwise only the number of a row has in any case. */
    private void keepKeyRequired() throws SQLException {
        if (!has(SqliteDdl.STRICT) && !has(SqliteDdl.WITHOUT_ROWID)) {
            Optional<String> number = rowNumber();
            for (String column : keyColumns()) {
                if (!number.equals(Optional.of(column))) {
                    require(column(column));
                }
            }
        }
    }

    /** Whether the table has an option. */
    boolean has(String option) {
        return source.options().has(option);
    }

    /** Whether the table is to be another one; a longer text, which SQLite takes anyway, does not make it so. */
    boolean isChanged() {
        return changed;
    }

    /** The CREATE TABLE under another name. */
    String createTable(QualifiedName other) {
        source.unqualify(table.name());
        return "CREATE TABLE " + ddl.identifiers().write(other) + " (" + source.body();
    }

    /** The CREATE INDEX of each index. */
    List<String> createIndexes() {
        return List.copyOf(indexes.values());
    }

    /** The columns that are new. */
    List<Column> added() {
        return added;
    }

    /** The constraints that are new. */
    List<Constraint> constraints() {
        return constraints;
    }

    /** The columns that no longer allow NULL. */
    List<String> required() {
        return required;
    }

    /** The enums that columns have become, by the names of the columns. */
    Map<String, EnumType> labels() {
        return labels;
    }

    /**
     * What differs in each row.
     *
     * @param what what requires that
     * @param columns the columns
     */
    record Different(String what, List<String> columns) {}

    /** What is to differ, but for expressions, some of the rows, and collations other than those of the columns. */
    List<Different> different() {
        List<Different> different = new ArrayList<>();
        for (Element element : source.elements()) {
            for (Clause clause : element.clauses()) {
                boolean collated = clause.tokens().all().stream().anyMatch(token -> token.is("collate"));
                if (clause.kind() == ClauseKind.UNIQUE && !collated) {
                    different.add(
                            new Different("unique constraint", TableText.columns(element.column(), clause.tokens())));
                } else if (clause.kind() == ClauseKind.PRIMARY_KEY && !collated) {
                    different.add(new Different("primary key", keyColumns()));
                }
            }
        }
        indexes.forEach((name, sql) -> {
            Index index = new IndexText(sql).read(name);
            if (index.unique()
                    && index.where() == null
                    && index.parts().stream().noneMatch(part -> part.expression() || part.collation() != null)) {
                different.add(new Different(
                        "unique index",
                        index.parts().stream().map(Index.Part::text).toList()));
            }
        });
        return different;
    }

    /** What a column makes of its values; one of the type ANY makes nothing of them if the table is STRICT. */
    Affinity affinity(String column) throws SQLException {
        String type = column(column).type();
        return has(SqliteDdl.STRICT) && SqliteIdentifiers.same("any", type)
                ? Affinity.BLOB
                : SqliteTypes.affinity(type);
    }

    /** How the values of a column are compared. */
    String collation(String column) throws SQLException {
        return column(column).clauses().stream()
                .filter(clause ->
                        clause.kind() == ClauseKind.COLLATE && clause.tokens().size() > 1)
                .map(clause -> clause.tokens().get(1).name())
                .reduce("BINARY", (first, last) -> last);
    }

    /** Whether what a column holds may be compared otherwise than before. */
    boolean isAltered(String column) {
        return altered.stream().anyMatch(other -> SqliteIdentifiers.same(other, column));
    }

    /** Whether any column is altered, on which generated ones may depend. */
    boolean altersColumns() {
        return !altered.isEmpty();
    }

    /** All columns. */
    List<String> columns() {
        return columnElements().map(Element::column).map(String::valueOf).toList();
    }

    /** The columns that are stored, to which the rows are copied. */
    List<String> written() {
        return columnElements()
                .filter(element -> !element.has(ClauseKind.GENERATED))
                .map(Element::column)
                .map(String::valueOf)
                .toList();
    }

    /** The new columns for which existing rows have no value. */
    List<String> lacking() {
        return columnElements()
                .filter(element ->
                        added.stream().anyMatch(column -> SqliteIdentifiers.same(column.name(), element.column())))
                .filter(element -> element.has(ClauseKind.NOT_NULL)
                        && !element.has(ClauseKind.DEFAULT)
                        && !element.has(ClauseKind.GENERATED))
                .map(Element::column)
                .map(String::valueOf)
                .toList();
    }

    /**
     * The column that is another name of the row's number; empty if none is. One that is declared {@code INTEGER PRIMARY KEY DESC} is not:
     * https://www.sqlite.org/lang_createtable.html#rowid
     */
    Optional<String> rowNumber() {
        List<String> key = keyColumns();
        return columnElements()
                .filter(element -> SqliteTypes.isRowNumber(element.type()))
                .filter(element -> element.clauses().stream()
                        .noneMatch(clause -> clause.kind() == ClauseKind.PRIMARY_KEY && clause.says("desc")))
                .map(Element::column)
                .map(String::valueOf)
                .filter(column -> key.size() == 1 && SqliteIdentifiers.same(key.get(0), column))
                .findFirst();
    }

    /** Whether the numbers of dropped rows are not given again. */
    boolean isNumbered() {
        return source.elements().stream()
                .flatMap(element -> element.clauses().stream())
                .anyMatch(clause -> clause.kind() == ClauseKind.PRIMARY_KEY
                        && clause.tokens().all().stream().anyMatch(token -> token.is("autoincrement")));
    }

    /** Requires a value in a column that has had one so far because it was the row's number. */
    void keepRequired(String column) throws SQLException {
        require(column(column));
    }

    private Stream<Element> columnElements() {
        return source.elements().stream().filter(element -> element.column() != null);
    }

    private List<String> keyColumns() {
        for (Element element : source.elements()) {
            for (Clause clause : element.clauses()) {
                if (clause.kind() == ClauseKind.PRIMARY_KEY) {
                    return element.column() != null
                            ? List.of(element.column())
                            : TableText.columns(
                                    null,
                                    clause.tokens().part(1, clause.tokens().size()));
                }
            }
        }
        return List.of();
    }

    private Element column(String name) throws SQLException {
        return source.elements().stream()
                .filter(element -> SqliteIdentifiers.same(name, element.column()))
                .findFirst()
                .orElseThrow(() -> new SQLException("There is no column " + name + " in " + table + "; there are "
                        + String.join(", ", columns()) + "."));
    }

    private void add(Index index) throws SQLException {
        if (indexes.keySet().stream().anyMatch(other -> SqliteIdentifiers.same(other, index.name()))) {
            throw new SQLException("There is an index " + index.name() + " of " + table + " already.");
        }
        indexes.put(index.name(), ddl.createIndexSql(table, index, ""));
        changed = true;
    }

    private void add(Column column) {
        source.addColumn(ddl.definition(column));
        added.add(column);
        changed = true;
    }

    private void add(Constraint constraint) throws SQLException {
        if (clauses().anyMatch(clause -> SqliteIdentifiers.same(clause.name(), constraint.name()))) {
            throw new SQLException("There is a constraint " + constraint.name() + " of " + table + " already.");
        }
        changed = true;
        if (constraint instanceof PrimaryKey key) {
            for (String column : key.columns()) {
                require(column(column));
            }
        }
        source.addConstraint(ddl.clause(table, constraint));
        constraints.add(constraint);
    }

    private void require(Element column) {
        if (!column.has(ClauseKind.NOT_NULL)) {
            boolean unused = column.removeAll(ClauseKind.NULL);
            column.add(Clause.of(ClauseKind.NOT_NULL, "NOT NULL"));
            changed = true;
            required.add(String.valueOf(column.column()));
        }
    }

    private Stream<Clause> clauses() {
        return source.elements().stream().flatMap(element -> element.clauses().stream());
    }

    private void alter(Element column, ColumnChange change, @Nullable Column was) {
        if (change instanceof ColumnChange.Type type) {
            alterType(column, type.to(), was);
        } else if (change instanceof ColumnChange.Nullability nullability) {
            if (!nullability.nullable()) {
                require(column);
            } else {
                changed |= column.removeAll(ClauseKind.NOT_NULL);
            }
        } else if (change instanceof ColumnChange.Default value) {
            replace(column, ClauseKind.DEFAULT, value.to() == null ? null : "DEFAULT " + ddl.defaultValue(value.to()));
        } else if (change instanceof ColumnChange.Collation collation) {
            replace(
                    column,
                    ClauseKind.COLLATE,
                    collation.to() == null
                            ? null
                            : "COLLATE " + ddl.identifiers().write(collation.to()));
        } else if (!(change instanceof ColumnChange.Comment)) {
            throw new IllegalArgumentException("A column is not rebuilt for " + change);
        }
    }

    private void replace(Element column, ClauseKind kind, @Nullable String sql) {
        List<String> before = column.words(kind);
        List<Clause> after = sql == null ? List.of() : List.of(Clause.of(kind, sql));
        if (!before.equals(after.stream().map(Clause::words).toList())) {
            boolean unused = column.removeAll(kind);
            after.forEach(column::add);
            changed = true;
        }
    }

    /** The labels of an enum are a check, which the column brings along. */
    private void alterType(Element column, SqlType to, @Nullable Column was) {
        String other = ddl.typeText(to);
        if (isRowNumber(column) && SqliteTypes.affinity(other) == Affinity.INTEGER) {
            return; // the number of a row has 64 bits in any case, and would be an ordinary column with another type
        }
        boolean alike = ddl.isStoredAlike(column.type(), other);
        changed |= !alike;
        // As a primary key an INTEGER is the number of the row, and an INT is not.
        if (!alike || SqliteTypes.isRowNumber(column.type()) == SqliteTypes.isRowNumber(other)) {
            column.type(other);
        }
        String name = String.valueOf(column.column());
        labels.remove(name);
        Stream<Clause> lists = column.clauses().stream().filter(clause -> isListOfLabels(clause, name));
        if (was != null && was.type() instanceof EnumType before) {
            String labels = SqlTokens.of("CHECK (" + EnumAsText.condition(name, before) + ")", SqliteProvider.SYNTAX)
                    .normal();
            lists = lists.filter(clause -> clause.tokens().normal().equals(labels));
        } else if (!(to instanceof EnumType)) {
            lists = Stream.empty();
        }
        lists.findFirst().ifPresent(list -> {
            column.clauses().remove(list);
            changed = true;
        });
        if (to instanceof EnumType list) {
            labels.put(name, list);
            column.add(Clause.of(
                    ClauseKind.CHECK,
                    "CHECK ("
                            + EnumAsText.condition(ddl.identifiers().write(String.valueOf(column.column())), list)
                            + ")"));
            changed = true;
        }
    }

    private boolean isRowNumber(Element column) {
        return !has(SqliteDdl.WITHOUT_ROWID) && rowNumber().equals(Optional.ofNullable(column.column()));
    }

    /** {@code CHECK (column IN ('a', 'b'))}, without a name, as an enum writes it. */
    private static boolean isListOfLabels(Clause clause, String column) {
        SqlTokens tokens = clause.tokens();
        if (clause.kind() != ClauseKind.CHECK || clause.name() != null || tokens.size() < 7) {
            return false;
        }
        boolean begins = SqliteIdentifiers.same(tokens.get(2).name(), column)
                && tokens.get(3).is("in")
                && tokens.get(4).is("(");
        return begins
                && tokens.closing(4) == tokens.size() - 2
                && tokens.part(5, tokens.size() - 2).all().stream()
                        .allMatch(token -> token.is(",") || token.kind() == SqlToken.Kind.TEXT);
    }
}

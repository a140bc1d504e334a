package dev.retort.dialect.mariadb;

import dev.retort.dialect.SqlTypes;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.Unmodelled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds a table from the catalog. */
public class TableDraft {

    /** The actions of a foreign key. */
    private record Rules(ReferentialAction onDelete, ReferentialAction onUpdate) {

        private static final Rules NONE = new Rules(ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION);
    }

    static final String PRIMARY = "PRIMARY";

    /** The default that the server gives a NOT NULL column with ON UPDATE and without default. */
    private static final Pattern NO_TIME = Pattern.compile("'0000-00-00 00:00:00(\\.0+)?'");

    private static final String ROW_START = "ROW START";
    private static final String ROW_END = "ROW END";

    /** How the catalog writes a period, which it reports as a check. */
    private static final Pattern PERIOD = Pattern.compile("`(?:[^`]|``)+` < `(?:[^`]|``)+`");

    private final SqlTypes types;
    private final @Nullable String database;
    private final QualifiedName name;
    private final String comment;
    private final @Nullable String collation;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<String, String> columnChecks = new LinkedHashMap<>();
    private final List<CheckConstraint> checks = new ArrayList<>();
    private final Map<String, ForeignKey> foreignKeys = new LinkedHashMap<>();
    private final Map<String, Rules> rules = new LinkedHashMap<>();
    private final Map<String, Index> indexes = new LinkedHashMap<>();

    /** The row start and end columns of a system-versioned table, with their clauses. */
    private final Map<String, String> rowColumns = new LinkedHashMap<>();

    private final List<Unmodelled> temporal = new ArrayList<>();
    private final List<String> besides = new ArrayList<>();
    private Options options = Options.NONE;
    private boolean partitioned;
    private @Nullable String partitioning;

    /**
     * A table without known properties.
     *
     * @param database the connection's database; null for none
     */
    protected TableDraft(
            SqlTypes types, @Nullable String database, QualifiedName name, String comment, @Nullable String collation) {
        this.database = database;
        this.types = types;
        this.name = name;
        this.comment = comment;
        this.collation = collation;
    }

    /** The table. */
    public Table table() {
        List<ForeignKey> keys =
                foreignKeys.values().stream().map(MariadbComparison::normalize).toList();
        List<TableElement> elements = new ArrayList<>(columns.values());
        elements.removeIf(element -> element instanceof Column column && rowColumns.containsKey(column.name()));
        columnChecks.forEach((column, condition) -> elements.add(CheckConstraint.of(null, condition)));
        elements.addAll(checks);
        elements.addAll(keys);
        for (Index index : indexes.values()) {
            if (index.name().equals(PRIMARY)) {
                elements.add(PrimaryKey.of(
                        null, MariadbIndexes.uniqueConstraint(index).columns()));
            } else if (MariadbIndexes.isUniqueConstraint(index)) {
                elements.add(MariadbIndexes.uniqueConstraint(index));
            } else if (!MariadbIndexes.belongsToForeignKey(index, keys)) {
                elements.add(index);
            }
        }
        return Table.of(name, elements)
                .comment(comment.isEmpty() ? null : comment)
                .partitioning(partitioning)
                .options(options);
    }

    /** What is unmodelled in the table. */
    Stream<Unmodelled> unmodelled() {
        Stream<Unmodelled> ofColumns = rowColumns.entrySet().stream()
                .map(column -> Unmodelled.ofColumn(name, column.getKey(), column.getValue()));
        Stream<Unmodelled> ofTable = besides.stream().map(option -> Unmodelled.ofTable(name, option));
        return Stream.of(ofTable, ofColumns, temporal.stream()).flatMap(parts -> parts);
    }

    /** Whether SHOW CREATE TABLE has to be asked. */
    final boolean isIncomplete() {
        return partitioned || lacksSomething();
    }

    /** Adds what SHOW CREATE TABLE says. */
    final void completeWith(ShownTable shown) {
        partitioning = shown.partitioning();
        if (lacksSomething()) {
            complete(shown);
        }
    }

    /**
     * Whether SHOW CREATE TABLE may say something that information_schema does not, beside partitions. A cousin answers where its information_schema lacks
     * other things.
     */
    protected boolean lacksSomething() {
        return mayHavePeriod() || mayLackCharacters();
    }

    /** Adds what only SHOW CREATE TABLE says. A cousin takes what its information_schema lacks. */
    protected void complete(ShownTable shown) {
        texts(shown);
        periods(TablePeriods.of(shown));
    }

    /** Whether one of the checks may be a period. */
    private boolean mayHavePeriod() {
        return checks.stream()
                .anyMatch(check -> PERIOD.matcher(check.expression()).matches());
    }

    /** Whether a text may have lost what information_schema cannot represent: characters of four bytes, bytes that are no text. */
    private boolean mayLackCharacters() {
        Stream<String> conditions =
                Stream.concat(columnChecks.values().stream(), checks.stream().map(CheckConstraint::expression));
        Stream<String> computations = columns.values().stream()
                .map(Column::generated)
                .filter(Objects::nonNull)
                .map(Generated::expression);
        Stream<String> defaults = columns.values().stream()
                .map(Column::defaultValue)
                .filter(Objects::nonNull)
                .map(DefaultValue::toString);
        return Stream.of(conditions, computations, defaults)
                .flatMap(texts -> texts)
                .anyMatch(CatalogText::mayLack);
    }

    /** Adds columns and checks of a table of which nothing is known. */
    void shown(ShownTable shown) {
        for (ShownColumn column : shown.columns()) {
            String condition = column.check();
            if (condition != null) {
                columnCheck(column.name(), condition);
            }
            column(column.column());
        }
        checks.addAll(shown.checks());
    }

    /** Replaces the texts by those in which nothing is lost. */
    private void texts(ShownTable shown) {
        for (ShownColumn column : shown.columns()) {
            ReportedColumn reported = column.column();
            String condition = column.check();
            if (condition != null) {
                columnChecks.computeIfPresent(column.name(), (same, lacking) -> condition);
            }
            columns.computeIfPresent(
                    column.name(),
                    (same, lacking) -> lacking.withDefault(defaultValue(reported.defaultValue(), lacking.type()))
                            .generated(lacking.generated() == null ? null : computed(reported)));
        }
        for (CheckConstraint whole : shown.checks()) {
            checks.replaceAll(check -> Objects.equals(whole.name(), check.name()) ? whole : check);
        }
    }

    /** Removes periods from the checks, and from the keys the period at their end, which is reported as two columns. */
    private void periods(TablePeriods found) {
        found.periods().forEach((period, text) -> {
            checks.removeIf(check -> period.equals(check.name()));
            temporal.add(Unmodelled.ofTable(name, period, text));
        });
        found.keys().forEach((key, text) -> {
            indexes.computeIfPresent(
                    key,
                    (same, index) ->
                            index.parts(index.parts().subList(0, index.parts().size() - 2)));
            temporal.add(
                    key.equals(PRIMARY) ? Unmodelled.ofPrimaryKey(name, text) : Unmodelled.ofTable(name, key, text));
        });
    }

    /**
     * Adds other properties than the defaults.
     *
     * @param usualCollation the default collation of tables; null if it is not known
     */
    void besides(ResultSet row, @Nullable String usualCollation) throws SQLException {
        String written = row.getString("create_options");
        TableOptions read = TableOptions.read(written == null ? "" : written);
        partitioned = read.others().contains(TableOptions.PARTITIONED);
        read.others().stream()
                .filter(other -> !other.equals(TableOptions.PARTITIONED))
                .forEach(besides::add);
        options = read.options();
        String engine = row.getString("engine");
        if (engine != null && !engine.equalsIgnoreCase(TableOptions.USUAL_ENGINE)) {
            options = options.with(TableOptions.ENGINE, engine);
        }
        if (row.getString("table_type").equals("SYSTEM VERSIONED")) {
            options = options.with(TableOptions.VERSIONING, "");
        }
        if (collation != null && usualCollation != null && !collation.equals(usualCollation)) {
            options = options.with(TableOptions.COLLATE, collation);
        }
    }

    /** The table for statements that are compiled from it. A cousin adds what such statements need to know. */
    protected Table tableToRestate() {
        Table table = table();
        return table.columns(table.columns().stream()
                .map(column -> columnToRestate(column.name()).orElse(column))
                .toList());
    }

    Optional<Column> columnToRestate(String wanted) {
        return Optional.ofNullable(columns.get(wanted)).map(column -> {
            String condition = columnChecks.get(wanted);
            return condition == null ? column : column.option(MariadbColumns.CHECK, condition);
        });
    }

    /** Adds a check of the table. */
    public final void check(CheckConstraint check) {
        checks.add(check);
    }

    void columnCheck(String column, String condition) {
        columnChecks.put(column, condition);
    }

    /** Adds a column. */
    public final void column(ReportedColumn reported) {
        String name = reported.name();
        SqlType type = type(reported.type(), name);
        Column column = Column.of(name, type)
                .nullable(reported.nullable())
                .withDefault(isNobodysDefault(reported) ? null : defaultValue(reported.defaultValue(), type))
                .onUpdateSql(reported.onUpdate())
                .asIdentity(reported.autoIncrement() ? Identity.BY_DEFAULT : null)
                .collate(ownCollation(reported.collation(), type))
                .invisible(reported.invisible())
                .comment(reported.comment().isEmpty() ? null : reported.comment());
        if (reported.unversioned()) {
            column = column.option(MariadbColumns.WITHOUT_VERSIONING, "");
        }
        String generation = reported.generation();
        if (isOfRows(generation)) {
            rowColumns.put(
                    name,
                    types.render(type) + (column.invisible() ? " " + ReportedColumn.INVISIBLE : "")
                            + " GENERATED ALWAYS AS " + generation);
        } else {
            column = column.generated(computed(reported));
        }
        columns.put(name, column);
    }

    private static @Nullable Generated computed(ReportedColumn reported) {
        String generation = reported.generation();
        return generation == null ? null : new Generated(generation, reported.stored());
    }

    private SqlType type(String text, String column) {
        if (isJson(text, column)) {
            columnChecks.remove(column);
            return StandardType.of(TypeKind.JSON);
        }
        return types.parse(text);
    }

    /** The collation of a column if it is not that of the table. */
    private @Nullable QualifiedName ownCollation(@Nullable String own, SqlType type) {
        boolean json = type.equals(StandardType.of(TypeKind.JSON));
        return json || own == null || collation == null || own.equals(collation) ? null : QualifiedName.of(own);
    }

    private static boolean isOfRows(@Nullable String generation) {
        return ROW_START.equals(generation) || ROW_END.equals(generation);
    }

    /** JSON is an alias for a longtext with a check. */
    private boolean isJson(String type, String column) {
        return type.equals("longtext")
                && ("json_valid(`" + column.replace("`", "``") + "`)").equals(columnChecks.get(column));
    }

    private static boolean isNobodysDefault(ReportedColumn reported) {
        String text = reported.defaultValue();
        return !reported.nullable()
                && reported.onUpdate() != null
                && text != null
                && NO_TIME.matcher(text).matches();
    }

    private @Nullable DefaultValue defaultValue(@Nullable String text, SqlType type) {
        return text == null ? null : readDefault(text, type);
    }

    /** The default in a text of the catalog; null for none. A cousin answers for other texts. */
    protected @Nullable DefaultValue readDefault(String text, SqlType type) {
        return MariadbDefaults.read(SequenceDefault.within(database, text), type);
    }

    /** Changes a column that has been added. */
    public final void replace(String column, UnaryOperator<Column> change) {
        columns.computeIfPresent(column, (same, found) -> change.apply(found));
    }

    /** The columns that have been added. */
    public final Collection<Column> columns() {
        return Collections.unmodifiableCollection(columns.values());
    }

    void referentialRules(String constraint, ReferentialAction onDelete, ReferentialAction onUpdate) {
        rules.put(constraint, new Rules(onDelete, onUpdate));
    }

    void foreignKeyColumn(String constraint, QualifiedName referred, String column, String referredColumn) {
        Rules rule = rules.getOrDefault(constraint, Rules.NONE);
        ForeignKey sofar = foreignKeys.get(constraint);
        List<String> own = new ArrayList<>(sofar == null ? List.of() : sofar.columns());
        List<String> others = new ArrayList<>(sofar == null ? List.of() : sofar.referredColumns());
        own.add(column);
        others.add(referredColumn);
        foreignKeys.put(
                constraint,
                ForeignKey.of(constraint, own, referred, others)
                        .onDelete(rule.onDelete())
                        .onUpdate(rule.onUpdate()));
    }

    void indexPart(ResultSet row) throws SQLException {
        String column = row.getString("column_name");
        boolean unique = row.getInt("non_unique") == 0;
        if (column == null || !columns.containsKey(column) || (unique && isRowEnd(column))) {
            // The row end column is in every key of a system-versioned table.
            return;
        }
        boolean ignored = "YES".equals(row.getString("ignored"));
        indexPart(row, part(row, column), ignored ? Options.NONE.with(MariadbDdl.IGNORED, "") : Options.NONE);
    }

    /** The part of an index that is a column, in a row of {@code statistics}. */
    public static Index.Part part(ResultSet row, String column) throws SQLException {
        String prefix = row.getString("sub_part");
        // The prefix of a spatial index is what the server always uses.
        boolean whole = prefix == null || row.getString("index_type").equals("SPATIAL");
        return Index.Part.column(column)
                .descending("D".equals(row.getString("collation")))
                .length(whole ? null : Integer.valueOf(prefix));
    }

    /** Adds a part to the index of a row of {@code statistics}, in which the parts of an index follow each other. */
    public final void indexPart(ResultSet row, Index.Part part, Options properties) throws SQLException {
        String text = row.getString("index_comment");
        Index found = Index.of(row.getString("index_name"), List.of(part))
                .unique(row.getInt("non_unique") == 0)
                .using(MariadbIndexes.methodOrUsual(row.getString("index_type")))
                .comment(text == null || text.isEmpty() ? null : text)
                .options(properties);
        indexes.merge(found.name(), found, TableDraft::longer);
    }

    /** The indexes that have been added, those of keys included. */
    protected final Collection<Index> indexes() {
        return Collections.unmodifiableCollection(indexes.values());
    }

    /** Adds an index. */
    public final void index(Index index) {
        indexes.put(index.name(), index);
    }

    private static Index longer(Index index, Index next) {
        List<Index.Part> parts = new ArrayList<>(index.parts());
        parts.addAll(next.parts());
        return index.parts(parts);
    }

    private boolean isRowEnd(String column) {
        return rowColumns.getOrDefault(column, "").endsWith(ROW_END);
    }
}

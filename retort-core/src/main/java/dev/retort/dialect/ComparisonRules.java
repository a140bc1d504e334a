package dev.retort.dialect;

import dev.retort.schema.Column;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Decides when two definitions are the same to a database. All knowledge of how a database reports definitions belongs here. */
public interface ComparisonRules {

    /**
     * A desired snapshot as the catalog would report it after its creation: types canonical, names chosen or truncated like the database
     * does, without the indexes that belong to constraints.
     */
    SchemaSnapshot normalize(SchemaSnapshot desired);

    /**
     * A key for names of columns, constraints or indexes: names with the same key are the same to the database. The default is the name
     * itself; a database that finds {@code Mail} when asked for {@code mail} returns the same key for both.
     */
    default String nameKey(String name) {
        return name;
    }

    /** The same for names of tables, sequences and schemas. The default is {@link #nameKey}. */
    default String tableKey(String name) {
        return nameKey(name);
    }

    /** A key for qualified names of tables or sequences. */
    default QualifiedName tableKey(QualifiedName name) {
        String schema = name.schema();
        return new QualifiedName(schema == null ? null : tableKey(schema), tableKey(name.name()));
    }

    /** Whether index names are unique in a schema, not only in a table. The default is yes. */
    default boolean indexNamesAreOfSchema() {
        return true;
    }

    /** Whether two types are stored in the same way. */
    boolean sameType(Column desired, Column actual);

    /** Whether a column has the desired character set and collation. The default compares their names. */
    default boolean sameCollation(Column desired, Column actual) {
        return Objects.equals(desired.characterSet(), actual.characterSet())
                && Objects.equals(desired.collation(), actual.collation());
    }

    /**
     * The same for a column that may have the collation of its table. The default looks only at the columns.
     *
     * @param table the table as the database has it
     */
    default boolean sameCollation(Column desired, Column actual, Table table) {
        return sameCollation(desired, actual);
    }

    /** Whether two tables have the same options. The default is that they are equal. */
    default boolean sameOptions(Options desired, Options actual) {
        return desired.equals(actual);
    }

    /** Whether an UPDATE assigns the same expression to both columns. The default compares the expressions. */
    default boolean sameOnUpdate(Column desired, Column actual) {
        String after = desired.onUpdate();
        String found = actual.onUpdate();
        return (after == null || found == null) ? Objects.equals(after, found) : sameExpression(after, found);
    }

    /** Whether two defaults mean the same for the column. */
    boolean sameDefault(Column desired, Column actual);

    /**
     * Whether two expressions are the same as far as their spelling tells. The database is not asked here; the normalizer has done that
     * before.
     */
    boolean sameExpression(String desired, String actual);

    /**
     * Whether the database may have created an index for a foreign key, under a name that does not show it. Such an index stays
     * as long as a foreign key that it may serve, although no source desires it. If it is desired, it is dropped and created again where the
     * database would replace it by another one. The default is no.
     *
     * @param table the table that has both
     */
    default boolean mayServe(Index index, QualifiedName table, ForeignKey key) {
        return false;
    }

    /** Whether a table may be created with a foreign key to one that does not exist yet. The default is no. */
    default boolean allowsForwardReferences() {
        return false;
    }

    /**
     * Whether the database rejects a change of a column between two types, in either direction, while a foreign key uses the column on
     * either end. The foreign key is then dropped before and re-created after. The default is no.
     */
    default boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return false;
    }

    /**
     * Which indexes on a foreign key's own columns the database does not drop while the foreign key exists. The foreign key is then dropped
     * before and re-created after. The default is none. The unique constraint or primary key that a foreign key references cannot be
     * dropped on any database.
     */
    default NeededIndexes neededIndexes() {
        return NeededIndexes.NONE;
    }

    /**
     * Whether an identity column must always be the first column of some key or index. While the last one is replaced, a temporary index
     * takes its place. The default is no.
     */
    default boolean identityNeedsKey() {
        return false;
    }

    /**
     * The identity options of a column, explicit or implied by its type. The default is the explicit ones.
     *
     * @return null if the column is no identity column
     */
    default @Nullable Identity identity(Column column) {
        return column.identity();
    }

    /** Whether a statement can change identity options if the direction stays the same. The default is yes. */
    default boolean changesIdentity(Identity before, Identity after) {
        return true;
    }

    /** Whether a statement can change the type of a sequence. The default is yes. */
    default boolean changesSequenceTypes() {
        return true;
    }

    /**
     * Whether the database can convert the values of a column from one type to the other and back, and the values keep their meaning.
     * Otherwise no operation is generated. The default is that of {@link ValueMeaning}.
     */
    default boolean keepsMeaning(SqlType before, SqlType after) {
        return ValueMeaning.isKept(before, after);
    }

    /** The time zone that is used when a change of type adds or removes one. The default is the session's. */
    default String conversionZone() {
        return "the time zone of the session that runs this";
    }

    /** Whether a generated column that is neither STORED nor VIRTUAL is stored. The default is no. */
    default boolean storesGeneratedColumns() {
        return false;
    }

    /**
     * Whether existing rows get a value of the database's choice when a column is added that is NOT NULL and has no default. The default is
     * no: adding it fails.
     */
    default boolean fillsRequiredColumns() {
        return false;
    }

    /** Whether the database stores comments. */
    boolean comments();
}

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

/**
 * When two descriptions of the same thing are the same to a database. All knowledge of how a database reports differently what it was
 * told belongs here.
 */
public interface ComparisonRules {

    /**
     * A desired snapshot in the form in which the catalog would report it once it is created: types canonical, names that the
     * database chooses or cuts as it does, indexes that a constraint brings along left out.
     */
    SchemaSnapshot normalize(SchemaSnapshot desired);

    /**
     * What two names of columns, constraints or indexes have in common that are the same name to the database. The standard answer is
     * the name itself: a database that finds {@code Mail} when asked for {@code mail} answers the same for both.
     */
    default String nameKey(String name) {
        return name;
    }

    /** The same for a name of a table, a sequence or a schema. The standard answer is that of {@link #nameKey}. */
    default String tableKey(String name) {
        return nameKey(name);
    }

    /** What two names of tables or sequences have in common that are the same name to the database. */
    default QualifiedName tableKey(QualifiedName name) {
        String schema = name.schema();
        return new QualifiedName(schema == null ? null : tableKey(schema), tableKey(name.name()));
    }

    /** Whether the indexes of all tables in a schema share one space of names. The standard answer is that they do. */
    default boolean indexNamesAreOfSchema() {
        return true;
    }

    /** Whether two types are stored the same way. */
    boolean sameType(Column desired, Column actual);

    /**
     * Whether a column's texts are written and compared as is desired. The standard answer is that character set and collation have the
     * same names.
     */
    default boolean sameCollation(Column desired, Column actual) {
        return Objects.equals(desired.characterSet(), actual.characterSet())
                && Objects.equals(desired.collation(), actual.collation());
    }

    /**
     * The same of a column that may be compared as its table says. The standard answer looks at the columns alone.
     *
     * @param table the table as the database has it
     */
    default boolean sameCollation(Column desired, Column actual, Table table) {
        return sameCollation(desired, actual);
    }

    /** Whether a table is made with the same options. The standard answer is that they are equal. */
    default boolean sameOptions(Options desired, Options actual) {
        return desired.equals(actual);
    }

    /** Whether an UPDATE sets a column to the same. The standard answer compares the expressions. */
    default boolean sameOnUpdate(Column desired, Column actual) {
        String after = desired.onUpdate();
        String found = actual.onUpdate();
        return (after == null || found == null) ? Objects.equals(after, found) : sameExpression(after, found);
    }

    /** Whether two defaults mean the same, given the column. */
    boolean sameDefault(Column desired, Column actual);

    /**
     * Whether two expressions are the same as far as their spelling tells. What the database would have to be asked for is not the same
     * here; the normalizer has asked before.
     */
    boolean sameExpression(String desired, String actual);

    /**
     * Whether the database may have made an index for a foreign key, under a name that the key does not tell. Such an index is nobody's desire and stays as long as a key does that it may serve. The standard answer is no.
     *
     * @param table the table that has both
     */
    default boolean mayServe(Index index, QualifiedName table, ForeignKey key) {
        return false;
    }

    /** Whether a table may be made with a foreign key to one that is not there yet. The standard answer is no. */
    default boolean allowsForwardReferences() {
        return false;
    }

    /**
     * Whether the database refuses to change a column between two types, this way or back, while a foreign key uses the column on
     * either end. The key is then dropped before and re-created after. The standard answer is no.
     */
    default boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return false;
    }

    /**
     * Which indexes on a foreign key's own columns the database does not drop under it. The key is then dropped before and re-created
     * after. The standard answer is none. The unique constraint or primary key that a foreign key refers to is held everywhere.
     */
    default NeededIndexes neededIndexes() {
        return NeededIndexes.NONE;
    }

    /**
     * Whether a column that counts by itself must be the first of some key or index at any time. Where the last of them changes, another
     * one is made for that time. The standard answer is no.
     */
    default boolean identityNeedsKey() {
        return false;
    }

    /**
     * How the database numbers a column, be it said or be it what its type means. The standard answer is what is said.
     *
     * @return null when it does not
     */
    default @Nullable Identity identity(Column column) {
        return column.identity();
    }

    /**
     * Whether a statement leads a column from one way of counting to another in the same direction. The standard answer is that one does.
     */
    default boolean changesIdentity(Identity before, Identity after) {
        return true;
    }

    /** Whether a statement changes the type of a sequence. The standard answer is that one does. */
    default boolean changesSequenceTypes() {
        return true;
    }

    /**
     * Whether a change of a column's type, this way and back, has a conversion of the values and leaves them their meaning. A change
     * that has not is left to people. The standard answer is that of {@link ValueMeaning}.
     */
    default boolean keepsMeaning(SqlType before, SqlType after) {
        return ValueMeaning.isKept(before, after);
    }

    /** The time zone in which values gain or lose one when a column's type changes. The standard answer is the session's. */
    default String conversionZone() {
        return "the time zone of the session that runs this";
    }

    /** Whether a generated column that says neither STORED nor VIRTUAL is stored. The standard answer is that it is not. */
    default boolean storesGeneratedColumns() {
        return false;
    }

    /**
     * Whether a column that is NOT NULL, has no default and is added to a table gets a value of the database's choice in the rows that
     * are there. The standard answer is no: adding it fails.
     */
    default boolean fillsRequiredColumns() {
        return false;
    }

    /** Whether the database keeps comments. */
    boolean comments();
}

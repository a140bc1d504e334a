package dev.retort.dialect.mariadb;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.NeededIndexes;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StoredForm;
import dev.retort.dialect.ValueMeaning;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.NativeType;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides when MariaDB treats two definitions as the same. */
public class MariadbComparison implements ComparisonRules {

    /** https://mariadb.com/kb/en/numeric-data-type-overview/ */
    private static final Pattern NUMBER =
            Pattern.compile("(\\w*int|integer|decimal|numeric|float|double|bit|year)\\b", Pattern.CASE_INSENSITIVE);

    private final SqlTypes types;
    private final MariadbFeatures features;
    private final MariadbSession session;

    protected MariadbComparison(SqlTypes types, MariadbFeatures features, MariadbSession session) {
        this.types = types;
        this.features = features;
        this.session = session;
    }

    @Override
    public SchemaSnapshot normalize(SchemaSnapshot desired) {
        return new Reported().snapshot(desired);
    }

    /** Converts a snapshot to the form of the catalog. */
    private final class Reported extends StoredForm {

        @Override
        protected SqlType stored(SqlType type) {
            return reported(type);
        }

        @Override
        public Table table(Table table) {
            Table stored = super.table(table);
            return stored.comment(CatalogText.ofComment(stored.comment()));
        }

        @Override
        protected SequenceOptions stored(SequenceOptions options, @Nullable SqlType type) {
            return MariadbSequences.reported(options);
        }

        @Override
        protected Column column(Table table, Column column) {
            boolean mandatory = column.identity() != null || table.isInPrimaryKey(column);
            Column stored = super.column(table, column);
            return stored.comment(CatalogText.ofComment(stored.comment()))
                    .nullable(column.nullable() && !mandatory)
                    .asIdentity(column.identity() == null ? null : Identity.BY_DEFAULT);
        }

        @Override
        protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
            return key.named(null);
        }

        @Override
        protected ForeignKey foreignKey(Table table, ForeignKey key) {
            return normalize(key);
        }

        @Override
        protected List<UniqueConstraint> uniqueConstraints(Table table) {
            return Stream.concat(
                            table.uniqueConstraints().stream(),
                            table.indexes().stream()
                                    .filter(MariadbIndexes::isUniqueConstraint)
                                    .map(MariadbIndexes::uniqueConstraint))
                    .toList();
        }

        @Override
        protected List<Index> indexes(Table table) {
            return table.indexes().stream()
                    .filter(index -> !MariadbIndexes.isUniqueConstraint(index)
                            && !MariadbIndexes.belongsToForeignKey(index, table.foreignKeys()))
                    .map(index -> index(table, index))
                    .toList();
        }

        @Override
        protected Index index(Table table, Index index) {
            List<Index.Part> parts = index.parts().stream()
                    .map(MariadbIndexes::prefix)
                    .map(part -> part.descending(part.descending() && features.descendingIndexes()))
                    .toList();
            return index.parts(parts)
                    .comment(CatalogText.ofComment(index.comment()))
                    .using(method(table, index))
                    .where(null);
        }
    }

    /** The method of an index in the catalog; null for the default. A cousin answers where it takes another one than it is told. */
    protected @Nullable String method(Table table, Index index) {
        return MariadbIndexes.methodOrUsual(index.method());
    }

    /** Not even SHOW CREATE TABLE shows the characters that are lost, although the values have them. */
    private SqlType reported(SqlType type) {
        SqlType canonical = types.canonical(type);
        return canonical instanceof EnumType words
                ? new EnumType(null, CatalogText.of(words.values()))
                : canonical instanceof NativeType other ? new NativeType(CatalogText.of(other.text())) : canonical;
    }

    /** InnoDB checks immediately, so RESTRICT and NO ACTION are the same. */
    static ForeignKey normalize(ForeignKey key) {
        return key.onDelete(withoutRestrict(key.onDelete())).onUpdate(withoutRestrict(key.onUpdate()));
    }

    private static ReferentialAction withoutRestrict(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public boolean mayServe(Index index, QualifiedName table, ForeignKey key) {
        return MariadbIndexes.mayServeUnnamed(index, table.name(), key);
    }

    /** For everything but tables, whose case may count: https://mariadb.com/kb/en/identifier-case-sensitivity/ */
    @Override
    public String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public String tableKey(String name) {
        return session.foldsTableNames() ? nameKey(name) : name;
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        return reported(desired.type()).equals(reported(actual.type()));
    }

    @Override
    public boolean sameCollation(Column desired, Column actual) {
        return sameCollation(desired, actual, session.collation());
    }

    @Override
    public boolean sameCollation(Column desired, Column actual, Table table) {
        String own = table.options().get(TableOptions.COLLATE).orElse(session.collation());
        return sameCollation(desired, actual, own);
    }

    /**
     * Whether two columns have the same collation.
     *
     * @param usual the default collation of the table; null if it is not known
     */
    private boolean sameCollation(Column desired, Column actual, @Nullable String usual) {
        String wanted = desired.collation() == null ? null : desired.collation().name();
        if (desired.characterSet() == null && wanted == null) {
            return actual.collation() == null;
        }
        String found = actual.collation() == null ? usual : actual.collation().name();
        return found != null && isOf(found, desired.characterSet(), wanted);
    }

    @Override
    public boolean sameOptions(Options desired, Options actual) {
        return TableOptions.withoutTexts(desired).equals(TableOptions.withoutTexts(actual))
                && sameTexts(desired, actual);
    }

    private boolean sameTexts(Options desired, Options actual) {
        String charset = TableOptions.characterSet(desired).orElse(null);
        String wanted = desired.get(TableOptions.COLLATE).orElse(null);
        if (charset == null && wanted == null) {
            return !actual.has(TableOptions.COLLATE);
        }
        String found = actual.get(TableOptions.COLLATE).orElse(session.collation());
        return found != null && isOf(found, charset, wanted);
    }

    /** Whether a character set, a name, or both mean a collation. */
    private boolean isOf(String collation, @Nullable String characterSet, @Nullable String name) {
        String found = nameKey(collation);
        String wanted = name == null ? null : nameKey(name);
        // A collation may be called without the character set before it:
        // https://mariadb.com/kb/en/supported-character-sets-and-collations/
        return (wanted == null || found.equals(wanted) || found.endsWith("_" + wanted))
                && (characterSet == null || charsetOf(found).equals(charsetOf(nameKey(characterSet))));
    }

    /** A collation begins with its character set; utf8 is an old name of utf8mb3: https://mariadb.com/kb/en/unicode/ */
    private static String charsetOf(String name) {
        String charset = name.split("_", 2)[0];
        return charset.equals("utf8") ? "utf8mb3" : charset;
    }

    @Override
    public boolean sameOnUpdate(Column desired, Column actual) {
        String wanted = desired.onUpdate();
        String found = actual.onUpdate();
        return (wanted == null || found == null) ? Objects.equals(wanted, found) : sameExpression(wanted, found);
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return MariadbDefaults.same(desired, actual);
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return Spelling.same(desired, actual, MariadbProvider.SYNTAX);
    }

    @Override
    public boolean indexNamesAreOfSchema() {
        return false;
    }

    /** "Cannot change column: used in a foreign key constraint", even where the values stay as they are. */
    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return true;
    }

    /** "Cannot drop index: needed in a foreign key constraint", unless another one begins with the same columns. */
    @Override
    public NeededIndexes neededIndexes() {
        return NeededIndexes.LAST;
    }

    /** "There can be only one auto column and it must be defined as a key", at any time. */
    @Override
    public boolean identityNeedsKey() {
        return true;
    }

    /** A type that is kept as text is a number if it can be {@code unsigned}. */
    @Override
    public boolean keepsMeaning(SqlType before, SqlType after) {
        return ValueMeaning.isKept(neutral(before), neutral(after));
    }

    private static SqlType neutral(SqlType type) {
        return type instanceof NativeType other && NUMBER.matcher(other.text()).lookingAt()
                ? StandardType.of(TypeKind.DECIMAL)
                : type;
    }

    /** https://mariadb.com/kb/en/alter-table/ does not mention it; the server uses the zero value of the type. */
    @Override
    public boolean fillsRequiredColumns() {
        return true;
    }

    @Override
    public boolean comments() {
        return true;
    }
}

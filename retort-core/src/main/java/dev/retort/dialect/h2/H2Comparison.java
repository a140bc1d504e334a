package dev.retort.dialect.h2;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DatabaseVersion;
import dev.retort.dialect.DefaultText;
import dev.retort.dialect.NeededIndexes;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.StoredForm;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.EnumType;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Identity;
import dev.retort.schema.NativeType;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.sql.Spelling;
import dev.retort.sql.SqlSyntax;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides when H2 treats two definitions as the same. */
final class H2Comparison implements ComparisonRules {

    /** A number with an exponent or with a point at its end, which is of another type and reported so: CAST(1.5 AS DECFLOAT). */
    private static final Pattern TYPED_NUMBER = Pattern.compile("[0-9.][eE]|\\.(?![0-9])");

    private static final String IGNORING = "VARCHAR_IGNORECASE";

    private final DatabaseVersion version;
    private final H2Settings settings;
    private final H2Identifiers names;
    private final SqlTypes types;

    H2Comparison(DatabaseVersion version, H2Settings settings, H2Identifiers names, SqlTypes types) {
        this.version = version;
        this.settings = settings;
        this.names = names;
        this.types = types;
    }

    /** A referential action as the catalog reports it: before 2.4 H2 did not distinguish NO ACTION from RESTRICT. */
    static ReferentialAction reported(ReferentialAction action, DatabaseVersion version) {
        return action == ReferentialAction.RESTRICT && !version.atLeast(2, 4) ? ReferentialAction.NO_ACTION : action;
    }

    @Override
    public SchemaSnapshot normalize(SchemaSnapshot desired) {
        return new Reported().snapshot(desired);
    }

    /** Converts a snapshot to the form of the catalog. */
    private final class Reported extends StoredForm {

        @Override
        protected String stored(String name) {
            return fold(name);
        }

        @Override
        protected SqlType stored(SqlType type) {
            SqlType canonical = types.canonical(type);
            return canonical instanceof EnumType list && list.name() != null
                    ? new EnumType(name(list.name()), list.values())
                    : canonical;
        }

        @Override
        protected SequenceOptions stored(SequenceOptions options, @Nullable SqlType type) {
            return H2Sequences.reported(options, type);
        }

        @Override
        protected Column column(Table table, Column column) {
            boolean required = column.identity() != null || table.isInPrimaryKey(column);
            return super.column(table, column)
                    .nullable(column.nullable() && !required)
                    .withDefault(read(column.defaultValue()));
        }

        private static @Nullable DefaultValue read(@Nullable DefaultValue value) {
            boolean typed = value instanceof DefaultValue.Expression written
                    && TYPED_NUMBER.matcher(written.sql()).find();
            DefaultValue plain = DefaultText.read(value, SqlSyntax.COMMON);
            return typed && plain instanceof DefaultValue.Literal literal && literal.value() instanceof Number
                    ? value
                    : plain;
        }

        @Override
        protected ForeignKey foreignKey(Table table, ForeignKey key) {
            return super.foreignKey(table, key)
                    .onDelete(reported(key.onDelete(), version))
                    .onUpdate(reported(key.onUpdate(), version));
        }
    }

    /** It has no virtual ones: https://h2database.com/html/commands.html#create_table */
    @Override
    public boolean storesGeneratedColumns() {
        return true;
    }

    /** One of several snapshot names for the same stored name: {@code CUSTOMERS} is {@code customers}. */
    private String fold(String name) {
        return names.fromCatalog(names.toCatalog(name));
    }

    @Override
    public String nameKey(String name) {
        return names.key(name);
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        Reported reported = new Reported();
        SqlType stored = reported.stored(desired.type());
        return stored.equals(reported.stored(actual.type()))
                || (settings.ignoresCase() && stored.equals(reported.stored(declared(actual.type()))));
    }

    /** The type as which a column may have been declared that ignores case because the database does. */
    private SqlType declared(SqlType type) {
        return type instanceof NativeType own && own.text().startsWith(IGNORING)
                ? types.parse("VARCHAR" + own.text().substring(IGNORING.length()))
                : type;
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return DefaultText.same(desired.defaultValue(), actual.defaultValue(), SqlSyntax.COMMON);
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return Spelling.same(desired, actual, SqlSyntax.COMMON);
    }

    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return !KeyTypes.comparable(types.canonical(before), types.canonical(after));
    }

    /** No statement changes the start of an identity column. */
    @Override
    public boolean changesIdentity(Identity before, Identity after) {
        return before.start() == after.start();
    }

    @Override
    public boolean changesSequenceTypes() {
        return false;
    }

    /** "Index belongs to constraint", where the key was added after the index and has none of its own. */
    @Override
    public NeededIndexes neededIndexes() {
        return NeededIndexes.SAME;
    }

    @Override
    public boolean comments() {
        return true;
    }
}

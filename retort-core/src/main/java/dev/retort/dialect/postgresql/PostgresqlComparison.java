package dev.retort.dialect.postgresql;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.QualifiedTypes;
import dev.retort.dialect.StoredForm;
import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.Table;
import dev.retort.schema.UniqueConstraint;
import dev.retort.sql.Spelling;
import dev.retort.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Decides when PostgreSQL treats two definitions as the same. */
final class PostgresqlComparison implements ComparisonRules {

    /** The default collation of columns. */
    private static final QualifiedName USUAL_COLLATION = QualifiedName.of("default");

    private static final String OWN_SCHEMA = "pg_catalog";

    /** An operator that needs no schema. */
    private static final Pattern OWN_OPERATOR =
            Pattern.compile("(?i)operator\\s*\\(\\s*" + OWN_SCHEMA + "\\s*\\.\\s*(\\S+?)\\s*\\)");

    private final PostgresqlTypes types;
    private final PostgresqlDdl ddl;
    private final PostgresqlDefaults defaults;
    private final TypeConversion conversion;

    PostgresqlComparison(PostgresqlTypes types, PostgresqlDdl ddl) {
        this.types = types;
        this.ddl = ddl;
        this.defaults = new PostgresqlDefaults(types);
        this.conversion = new TypeConversion(types);
    }

    @Override
    public SchemaSnapshot normalize(SchemaSnapshot desired) {
        Set<Sequence.Owner> numbered = desired.ownedSequences().stream()
                .map(Sequence::owner)
                .map(Objects::requireNonNull)
                .collect(Collectors.toSet());
        List<Sequence> owned = new ArrayList<>();
        for (Table table : desired.tables()) {
            for (Column column : table.columns()) {
                Identity identity = identity(column);
                if (identity != null && !numbered.contains(new Sequence.Owner(table.name(), column.name()))) {
                    owned.add(sequence(table.name(), column, identity));
                }
            }
        }
        return new Reported().snapshot(desired.and(owned));
    }

    /** The identity options of a column, explicit or implied by a type of the SERIAL family. */
    @Override
    public @Nullable Identity identity(Column column) {
        return column.identity() == null && PostgresqlTypes.isSerial(column.type())
                ? Identity.BY_DEFAULT
                : column.identity();
    }

    /** A SERIAL column, which is read as an identity column, is never ALWAYS. */
    @Override
    public boolean changesIdentity(Identity before, Identity after) {
        return before.always() || !after.always();
    }

    /** The sequence of an identity column. */
    private Sequence sequence(QualifiedName table, Column column, Identity identity) {
        String name = PostgresqlIdentifiers.sequenceOf(table.name(), column.name());
        return Sequence.of(table.sibling(name), 1, 1)
                .typed(types.canonical(column.type()))
                .options(identity.options())
                .ownedBy(table, column.name());
    }

    /** Converts a snapshot to the form of the catalog. */
    private final class Reported extends StoredForm {

        @Override
        protected String stored(String name) {
            return PostgresqlIdentifiers.cut(name);
        }

        @Override
        protected SqlType stored(SqlType type) {
            return types.canonical(type);
        }

        @Override
        protected SequenceOptions stored(SequenceOptions options, @Nullable SqlType type) {
            return PostgresqlSequences.reported(options, type);
        }

        @Override
        protected Column column(Table table, Column column) {
            Identity identity = identity(column);
            boolean mandatory = identity != null || table.isInPrimaryKey(column);
            return super.column(table, column.asIdentity(identity)).nullable(column.nullable() && !mandatory);
        }

        /**
         * A unique constraint that differs from the primary key only in its name is merged into it, and gives it its name if it has none.
         */
        @Override
        protected PrimaryKey primaryKey(Table table, PrimaryKey key) {
            String name = key.name();
            for (UniqueConstraint unique : table.uniqueConstraints()) {
                if (name == null && equal(asUnique(key), unique)) {
                    name = unique.name();
                }
            }
            return super.primaryKey(table, key.named(name));
        }

        private static UniqueConstraint asUnique(PrimaryKey key) {
            return UniqueConstraint.of(key.name(), key.columns())
                    .including(key.included())
                    .deferrability(key.deferrability());
        }

        /** The storage of its index does not count. */
        private static boolean equal(UniqueConstraint one, UniqueConstraint other) {
            return one.named(other.name())
                    .comment(other.comment())
                    .options(other.options())
                    .equals(other);
        }

        @Override
        protected List<UniqueConstraint> uniqueConstraints(Table table) {
            PrimaryKey key = table.primaryKey() == null ? null : primaryKey(table, table.primaryKey());
            List<UniqueConstraint> kept = new ArrayList<>();
            for (UniqueConstraint unique : super.uniqueConstraints(table)) {
                boolean repeated = key != null && equal(asUnique(key), unique);
                for (int i = 0; i < kept.size() && !repeated; i++) {
                    if (equal(kept.get(i), unique)) {
                        repeated = true;
                        kept.set(i, kept.get(i).name() == null ? kept.get(i).named(unique.name()) : kept.get(i));
                    }
                }
                if (!repeated) {
                    kept.add(unique);
                }
            }
            return kept;
        }

        @Override
        protected List<CheckConstraint> checks(Table table) {
            List<CheckConstraint> checks = new ArrayList<>();
            for (Column column : table.columns()) {
                if (column.type() instanceof EnumType words && words.name() == null) {
                    checks.add(CheckConstraint.of(null, ddl.labelsCondition(column.name(), words)));
                }
            }
            checks.addAll(super.checks(table));
            return checks;
        }

        @Override
        protected ExclusionConstraint exclusionConstraint(Table table, ExclusionConstraint exclusion) {
            ExclusionConstraint stored = super.exclusionConstraint(table, exclusion);
            return stored.using(methodOrUsual(stored.method()))
                    .elements(stored.elements().stream()
                            .map(element ->
                                    new ExclusionConstraint.Element(element.part(), operator(element.operator())))
                            .toList());
        }

        /** The server writes {@code !=} as {@code <>}: https://www.postgresql.org/docs/current/functions-comparison.html */
        private static String operator(String written) {
            Matcher own = OWN_OPERATOR.matcher(written);
            String operator = own.matches() ? own.group(1) : written;
            return operator.equals("!=") ? "<>" : operator;
        }

        @Override
        protected Index index(Table table, Index index) {
            return super.index(table, index).using(methodOrUsual(index.method()));
        }

        private static @Nullable String methodOrUsual(@Nullable String method) {
            return PostgresqlDdl.USUAL_METHOD.equalsIgnoreCase(method) ? null : method;
        }
    }

    /** The server truncates names that are too long. */
    @Override
    public String nameKey(String name) {
        return PostgresqlIdentifiers.cut(name);
    }

    /** A name without schema may be in any schema. */
    @Override
    public boolean sameCollation(Column desired, Column actual) {
        QualifiedName wanted = desired.collation();
        QualifiedName found = actual.collation();
        if (wanted == null || found == null) {
            return found == null && (wanted == null || wanted.equals(USUAL_COLLATION));
        }
        return wanted.within(OWN_SCHEMA).equals(found)
                || (wanted.schema() == null && wanted.name().equals(found.name()));
    }

    @Override
    public boolean sameType(Column desired, Column actual) {
        SqlType wanted = types.canonical(desired.type());
        SqlType found = types.canonical(actual.type());
        if (QualifiedTypes.isName(wanted) && !QualifiedTypes.isName(found)) {
            // A source that only names an enum type leaves its labels to the database.
            return wanted.equals(types.canonical(types.parse(types.render(found))));
        }
        return sameLabels(wanted, found) || wanted.equals(found);
    }

    /** The order of labels does not affect the values, and no statement changes it. */
    private static boolean sameLabels(SqlType wanted, SqlType found) {
        if (wanted instanceof ArrayType one && found instanceof ArrayType other) {
            return sameLabels(one.element(), other.element());
        }
        return wanted instanceof EnumType one
                && found instanceof EnumType other
                && one.name() != null
                && one.name().equals(other.name())
                && Set.copyOf(one.values()).equals(Set.copyOf(other.values()));
    }

    @Override
    public boolean sameDefault(Column desired, Column actual) {
        return defaults.same(defaults.read(desired), defaults.read(actual), actual.type());
    }

    @Override
    public boolean sameExpression(String desired, String actual) {
        return sameSpelling(desired, actual);
    }

    /** Whether two texts are equal without parsing; a quoted name equals the word only in lower case. */
    static boolean sameSpelling(String one, String other) {
        return Spelling.same(one, other, SqlSyntax.COMMON, name -> name.equals(fold(name)) ? name : '"' + name + '"');
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return !KeyTypes.comparable(types.canonical(before), types.canonical(after));
    }

    @Override
    public boolean keepsMeaning(SqlType before, SqlType after) {
        return conversion.keepsMeaning(before, after);
    }

    @Override
    public String conversionZone() {
        return "UTC";
    }

    @Override
    public boolean comments() {
        return true;
    }
}

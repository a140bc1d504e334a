package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.NeededIndexes;
import dev.retort.dialect.NoLock;
import dev.retort.dialect.NormalForms;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.Transactions;
import dev.retort.operation.DialectName;
import dev.retort.schema.Column;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.NativeType;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A database that reports everything as it was told, or as a function says. It is always empty. */
final class PlainDialect {

    private static final DialectName NAME = new DialectName("plain");

    private PlainDialect() {}

    static Dialect create() {
        return reporting(UnaryOperator.identity());
    }

    static Dialect reporting(UnaryOperator<SchemaSnapshot> reporting) {
        return comparing(new PlainRules(reporting, true));
    }

    /** One that has no statement for another type of a sequence. */
    static Dialect keepingSequenceTypes() {
        return comparing(new PlainRules(UnaryOperator.identity(), false));
    }

    /** One whose server may write a definition in words of its own. */
    static Dialect rewording() {
        return builder(new PlainRules(UnaryOperator.identity(), true))
                .normalizer((connection, definitions) -> NormalForms.NOT_ASKED)
                .build();
    }

    private static Dialect comparing(ComparisonRules rules) {
        return builder(rules).build();
    }

    private static Dialect.Builder builder(ComparisonRules rules) {
        IdentifierRules identifiers = new IdentifierRules("\"", 24, Set.of());
        SqlTypes types = new PlainTypes();
        return Dialect.builder(NAME, "Plain")
                .identifiers(identifiers)
                .types(types)
                .ddl(new PlainDdl(identifiers, types))
                .inspector((connection, scope) -> SchemaSnapshot.of())
                .comparison(rules)
                .transactions(Transactions.WITH_DDL)
                .locks((working, connections, key) -> new NoLock());
    }

    private record PlainRules(UnaryOperator<SchemaSnapshot> reporting, boolean changesSequenceTypes)
            implements ComparisonRules {

        @Override
        public SchemaSnapshot normalize(SchemaSnapshot desired) {
            return reporting.apply(desired);
        }

        @Override
        public boolean sameType(Column desired, Column actual) {
            return desired.type().equals(actual.type());
        }

        @Override
        public boolean sameDefault(Column desired, Column actual) {
            if (desired.defaultValue() instanceof DefaultValue.Expression one
                    && actual.defaultValue() instanceof DefaultValue.Expression other) {
                return sameExpression(one.sql(), other.sql());
            }
            return Objects.equals(desired.defaultValue(), actual.defaultValue());
        }

        @Override
        public boolean sameExpression(String desired, String actual) {
            return desired.replace(" ", "").equals(actual.replace(" ", ""));
        }

        @Override
        public boolean comments() {
            return true;
        }

        @Override
        public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
            return before instanceof StandardType one
                    && after instanceof StandardType other
                    && one.kind() != other.kind();
        }

        @Override
        public NeededIndexes neededIndexes() {
            return NeededIndexes.LAST;
        }
    }

    private static final class PlainDdl extends DdlCompiler {

        PlainDdl(IdentifierRules names, SqlTypes types) {
            super(NAME, names, types, new Literals());
        }

        @Override
        protected String databaseName() {
            return "Plain";
        }
    }

    private record PlainTypes() implements SqlTypes {

        @Override
        public String render(SqlType type) {
            return type.toString();
        }

        @Override
        public SqlType parse(String text) {
            return new NativeType(text);
        }

        @Override
        public SqlType canonical(SqlType type) {
            return type;
        }
    }
}

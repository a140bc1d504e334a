package dev.retort.jpa;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.NoLock;
import dev.retort.dialect.SqlTypes;
import dev.retort.dialect.Transactions;
import dev.retort.operation.DialectName;
import dev.retort.schema.Column;
import dev.retort.schema.NativeType;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import java.util.Objects;
import java.util.Set;

/** A database that folds unquoted names to lower case and leaves types as Hibernate spells them. It is always empty. */
final class VerbatimDialect {

    private static final DialectName NAME = new DialectName("verbatim");

    private VerbatimDialect() {}

    static Dialect create() {
        IdentifierRules identifiers = new IdentifierRules("\"", 63, Set.of());
        SqlTypes types = new VerbatimTypes();
        return Dialect.builder(NAME, "Verbatim")
                .identifiers(identifiers)
                .types(types)
                .ddl(new VerbatimDdl(identifiers, types))
                .inspector((connection, scope) -> SchemaSnapshot.of())
                .comparison(new VerbatimRules())
                .transactions(Transactions.WITH_DDL)
                .locks((working, connections, key) -> new NoLock())
                .build();
    }

    private record VerbatimTypes() implements SqlTypes {

        @Override
        public String render(SqlType type) {
            return ((NativeType) type).text();
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

    private static final class VerbatimDdl extends DdlCompiler {

        VerbatimDdl(IdentifierRules names, SqlTypes types) {
            super(NAME, names, types, new Literals());
        }

        @Override
        protected String databaseName() {
            return "Verbatim";
        }
    }

    private record VerbatimRules() implements ComparisonRules {

        @Override
        public SchemaSnapshot asReported(SchemaSnapshot desired) {
            return desired;
        }

        @Override
        public boolean sameType(Column desired, Column actual) {
            return desired.type().equals(actual.type());
        }

        @Override
        public boolean sameDefault(Column desired, Column actual) {
            return Objects.equals(desired.defaultValue(), actual.defaultValue());
        }

        @Override
        public boolean sameExpression(String desired, String actual) {
            return desired.equals(actual);
        }

        @Override
        public boolean comments() {
            return true;
        }
    }
}

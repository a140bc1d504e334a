package dev.retort.jpa;

import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import java.util.Set;

/** A database that folds unquoted names to lower case and leaves types as Hibernate spells them. What reads entities asks no more of it. */
final class VerbatimDialect {

    private VerbatimDialect() {}

    static Dialect create() {
        Dialect rest =
                Dialects.loadedFrom(VerbatimDialect.class.getClassLoader()).named("sqlite");
        return Dialect.builder(new DialectName("verbatim"), "Verbatim")
                .identifiers(new IdentifierRules("\"", 63, Set.of()))
                .types(new VerbatimTypes())
                .ddl(rest.ddl())
                .inspector(rest.inspector())
                .comparison(rest.comparison())
                .transactions(rest.transactions())
                .locks(rest.locks())
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
}

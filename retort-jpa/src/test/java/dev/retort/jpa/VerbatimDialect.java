package dev.retort.jpa;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.NativeType;
import dev.retort.schema.SqlType;
import java.sql.Connection;
import java.util.Set;

/** A database that folds unquoted names to lower case and leaves types as Hibernate spells them. It can be read for and nothing else. */
final class VerbatimDialect implements Dialect, SqlTypes {

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

    @Override
    public SqlTypes types() {
        return this;
    }

    @Override
    public IdentifierRules identifiers() {
        return new IdentifierRules("\"", 63, Set.of());
    }

    @Override
    public DialectName name() {
        return new DialectName("verbatim");
    }

    @Override
    public String displayName() {
        return "Verbatim";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public Literals literals() {
        throw new UnsupportedOperationException();
    }

    @Override
    public DdlCompiler ddl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Inspector inspector() {
        throw new UnsupportedOperationException();
    }

    @Override
    public ComparisonRules comparison() {
        throw new UnsupportedOperationException();
    }

    @Override
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) {
        throw new UnsupportedOperationException();
    }
}

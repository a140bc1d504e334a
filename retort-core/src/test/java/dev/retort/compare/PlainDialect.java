package dev.retort.compare;

import dev.retort.dialect.ComparisonRules;
import dev.retort.dialect.ConnectionSource;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.HeldIndexes;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Inspector;
import dev.retort.dialect.Literals;
import dev.retort.dialect.MigrationLock;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.DialectName;
import dev.retort.schema.Column;
import dev.retort.schema.NativeType;
import dev.retort.schema.SchemaSnapshot;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import java.sql.Connection;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A database that reports everything as it was told, or as a function says. It can be compared for and nothing else. */
record PlainDialect(UnaryOperator<SchemaSnapshot> reporting) implements Dialect, ComparisonRules {

    PlainDialect() {
        this(UnaryOperator.identity());
    }

    @Override
    public SchemaSnapshot asReported(SchemaSnapshot desired) {
        return reporting.apply(desired);
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
        return desired.replace(" ", "").equals(actual.replace(" ", ""));
    }

    @Override
    public boolean comments() {
        return true;
    }

    @Override
    public boolean refusesTypeUnderForeignKey(SqlType before, SqlType after) {
        return before instanceof StandardType one && after instanceof StandardType other && one.kind() != other.kind();
    }

    @Override
    public HeldIndexes heldIndexes() {
        return HeldIndexes.LAST;
    }

    @Override
    public ComparisonRules comparison() {
        return this;
    }

    @Override
    public IdentifierRules identifiers() {
        return new IdentifierRules("\"", 24, Set.of());
    }

    @Override
    public DialectName name() {
        return new DialectName("plain");
    }

    @Override
    public String displayName() {
        return "Plain";
    }

    @Override
    public boolean transactionalDdl() {
        return true;
    }

    @Override
    public SqlTypes types() {
        return new PlainTypes();
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
    public MigrationLock lock(Connection working, ConnectionSource connections, String key) {
        throw new UnsupportedOperationException();
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

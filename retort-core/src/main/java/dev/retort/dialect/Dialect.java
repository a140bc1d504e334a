package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One database product in one version: parts that each answer one kind of question. Immutable, made by {@link #builder}. A part that a
 * database does not give is the one that most databases share.
 */
public final class Dialect {

    private final DialectName name;
    private final String displayName;
    private final SqlSyntax syntax;
    private final IdentifierRules identifiers;
    private final ConstraintNames constraintNames;
    private final SqlTypes types;
    private final Literals literals;
    private final DdlCompiler ddl;
    private final Inspector inspector;
    private final ComparisonRules comparison;
    private final Normalizer normalizer;
    private final Rehearsals rehearsals;
    private final Transactions transactions;
    private final Locks locks;
    private final Failures failures;
    private final Access access;
    private final Roles roles;
    private final Sessions sessions;
    private final SessionState sessionState;
    private final CopyProtocol copy;

    private Dialect(Builder parts) {
        name = parts.name;
        displayName = parts.displayName;
        syntax = parts.syntax;
        identifiers = given(parts.identifiers, "identifiers");
        constraintNames = parts.constraintNames == null ? new ConstraintNames(identifiers) : parts.constraintNames;
        types = given(parts.types, "types");
        literals = parts.literals;
        ddl = given(parts.ddl, "ddl");
        inspector = given(parts.inspector, "inspector");
        comparison = given(parts.comparison, "comparison");
        normalizer = parts.normalizer;
        rehearsals = parts.rehearsals;
        transactions = given(parts.transactions, "transactions");
        locks = given(parts.locks, "locks");
        failures = parts.failures;
        access = parts.access == null ? new Access(identifiers) : parts.access;
        roles = parts.roles;
        sessions = parts.sessions;
        sessionState = parts.sessionState;
        copy = parts.copy;
    }

    private static <T> T given(@Nullable T part, String what) {
        return Objects.requireNonNull(part, () -> "The dialect has no " + what + ".");
    }

    /**
     * The parts of a dialect. It has to be given identifiers, types, DDL, inspector, comparison, transactions and locks.
     *
     * @param name the name that revision files and settings use
     * @param displayName the name that people use, with the version where it is known: {@code PostgreSQL 18}
     */
    public static Builder builder(DialectName name, String displayName) {
        return new Builder(name, displayName);
    }

    /** The name that revision files and settings use. */
    public DialectName name() {
        return name;
    }

    /** Whether this is the name that a setting says. */
    public boolean isNamed(String setting) {
        return name.value().equals(setting);
    }

    /** The name that people use, with the version where it is known: {@code PostgreSQL 18}. */
    public String displayName() {
        return displayName;
    }

    /** How the database reads SQL. */
    public SqlSyntax syntax() {
        return syntax;
    }

    /** How names are written, folded and cut. */
    public IdentifierRules identifiers() {
        return identifiers;
    }

    /** The names of constraints that nobody has named. */
    public ConstraintNames constraintNames() {
        return constraintNames;
    }

    /** How types are written and read. */
    public SqlTypes types() {
        return types;
    }

    /** How values are written. */
    public Literals literals() {
        return literals;
    }

    /** What makes statements from operations. */
    public DdlCompiler ddl() {
        return ddl;
    }

    /** What reads the catalog. */
    public Inspector inspector() {
        return inspector;
    }

    /** When two things of a schema are the same, and what a change of one of them needs. */
    public ComparisonRules comparison() {
        return comparison;
    }

    /** What has the server say definitions in its own words. */
    public Normalizer normalizer() {
        return normalizer;
    }

    /** Copies of a schema to try operations on. */
    public Rehearsals rehearsals() {
        return rehearsals;
    }

    /** How a transaction begins and ends, and what it rolls back. */
    public Transactions transactions() {
        return transactions;
    }

    /** What keeps two runs of one version table apart. */
    public Locks locks() {
        return locks;
    }

    /** What failures mean. */
    public Failures failures() {
        return failures;
    }

    /** What the login sees and may do. */
    public Access access() {
        return access;
    }

    /** The roles in a user's own statements. */
    public Roles roles() {
        return roles;
    }

    /** The server's sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** What a step may leave behind in its session, and how it is put back. */
    public SessionState sessionState() {
        return sessionState;
    }

    /** How the rows of a COPY reach the database. */
    public CopyProtocol copy() {
        return copy;
    }

    /** The parts of a dialect in the making. */
    public static final class Builder {

        private final DialectName name;
        private final String displayName;
        private SqlSyntax syntax = SqlSyntax.COMMON;
        private @Nullable IdentifierRules identifiers;
        private @Nullable ConstraintNames constraintNames;
        private @Nullable SqlTypes types;
        private Literals literals = new Literals();
        private @Nullable DdlCompiler ddl;
        private @Nullable Inspector inspector;
        private @Nullable ComparisonRules comparison;
        private Normalizer normalizer = Normalizer.NONE;
        private Rehearsals rehearsals = Rehearsals.NONE;
        private @Nullable Transactions transactions;
        private @Nullable Locks locks;
        private Failures failures = new Failures();
        private @Nullable Access access;
        private Roles roles = Roles.NONE;
        private Sessions sessions = Sessions.NAMELESS;
        private SessionState sessionState = SessionState.OF_SCHEMA;
        private CopyProtocol copy = CopyProtocol.NONE;

        private Builder(DialectName name, String displayName) {
            this.name = name;
            this.displayName = displayName;
        }

        /** How it reads SQL; as most databases do unless given. */
        public Builder syntax(SqlSyntax part) {
            syntax = part;
            return this;
        }

        public Builder identifiers(IdentifierRules part) {
            identifiers = part;
            return this;
        }

        /** The names of constraints that nobody has named; the standard ones unless given. */
        public Builder constraintNames(ConstraintNames part) {
            constraintNames = part;
            return this;
        }

        public Builder types(SqlTypes part) {
            types = part;
            return this;
        }

        /** How values are written; as the SQL standard has it unless given. */
        public Builder literals(Literals part) {
            literals = part;
            return this;
        }

        public Builder ddl(DdlCompiler part) {
            ddl = part;
            return this;
        }

        public Builder inspector(Inspector part) {
            inspector = part;
            return this;
        }

        public Builder comparison(ComparisonRules part) {
            comparison = part;
            return this;
        }

        /** What has the server say definitions in its own words; nothing unless given. */
        public Builder normalizer(Normalizer part) {
            normalizer = part;
            return this;
        }

        /** Copies of a schema to try operations on; none unless given. */
        public Builder rehearsals(Rehearsals part) {
            rehearsals = part;
            return this;
        }

        public Builder transactions(Transactions part) {
            transactions = part;
            return this;
        }

        public Builder locks(Locks part) {
            locks = part;
            return this;
        }

        /** What failures mean; what their standard states say unless given. */
        public Builder failures(Failures part) {
            failures = part;
            return this;
        }

        /** What the login sees and may do; what the SQL standard has unless given. */
        public Builder access(Access part) {
            access = part;
            return this;
        }

        /** The roles in a user's own statements; none unless given. */
        public Builder roles(Roles part) {
            roles = part;
            return this;
        }

        /** The server's sessions; without names unless given. */
        public Builder sessions(Sessions part) {
            sessions = part;
            return this;
        }

        /** What a step may leave behind in its session; its schema unless given. */
        public Builder sessionState(SessionState part) {
            sessionState = part;
            return this;
        }

        /** How the rows of a COPY reach the database; not at all unless given. */
        public Builder copy(CopyProtocol part) {
            copy = part;
            return this;
        }

        /**
         * The dialect.
         *
         * @throws NullPointerException naming a part that is missing
         */
        public Dialect build() {
            return new Dialect(this);
        }
    }
}

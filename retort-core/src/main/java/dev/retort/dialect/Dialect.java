package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.sql.SqlSyntax;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The dialect of one database product in one version, as a collection of parts. Immutable, created with {@link #builder}. A part that a
 * dialect does not provide has a default.
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
    private final ObjectLookup objects;
    private final ComparisonRules comparison;
    private final Normalizer normalizer;
    private final Rehearsals rehearsals;
    private final Transactions transactions;
    private final ForeignKeyEnforcement foreignKeys;
    private final Locks locks;
    private final Failures failures;
    private final Access access;
    private final Roles roles;
    private final Sessions sessions;
    private final SessionState sessionState;
    private final CopyProtocol copy;
    private final String scriptCommand;
    private final ScriptForm scriptForm;

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
        objects = parts.objects == null ? new ObjectLookup(identifiers) : parts.objects;
        comparison = given(parts.comparison, "comparison");
        normalizer = parts.normalizer;
        rehearsals = parts.rehearsals;
        transactions = given(parts.transactions, "transactions");
        foreignKeys = parts.foreignKeys;
        locks = given(parts.locks, "locks");
        failures = parts.failures;
        access = parts.access == null ? new Access(identifiers) : parts.access;
        roles = parts.roles;
        sessions = parts.sessions;
        sessionState = parts.sessionState;
        copy = parts.copy;
        scriptCommand = parts.scriptCommand;
        scriptForm = parts.scriptForm;
    }

    private static <T> T given(@Nullable T part, String what) {
        return Objects.requireNonNull(part, () -> "The dialect has no " + what + ".");
    }

    /**
     * A builder. Identifiers, types, DDL, inspector, comparison, transactions and locks are required.
     *
     * @param name the name in revision files and settings
     * @param displayName the name in messages, with the version if it is known: {@code PostgreSQL 18}
     */
    public static Builder builder(DialectName name, String displayName) {
        return new Builder(name, displayName);
    }

    /** The name in revision files and settings. */
    public DialectName name() {
        return name;
    }

    /** Whether this is the name in a setting. */
    public boolean isNamed(String setting) {
        return name.value().equals(setting);
    }

    /** The name in messages, with the version if it is known: {@code PostgreSQL 18}. */
    public String displayName() {
        return displayName;
    }

    /** How the database reads SQL. */
    public SqlSyntax syntax() {
        return syntax;
    }

    /** How names are quoted, folded and truncated. */
    public IdentifierRules identifiers() {
        return identifiers;
    }

    /** Chooses names for constraints without one. */
    public ConstraintNames constraintNames() {
        return constraintNames;
    }

    /** How types are written and parsed. */
    public SqlTypes types() {
        return types;
    }

    /** How values are written. */
    public Literals literals() {
        return literals;
    }

    /** Compiles operations to statements. */
    public DdlCompiler ddl() {
        return ddl;
    }

    /** Reads the catalog. */
    public Inspector inspector() {
        return inspector;
    }

    /** Looks up objects beside tables. */
    public ObjectLookup objects() {
        return objects;
    }

    /** Decides when two definitions are the same, and what a change needs. */
    public ComparisonRules comparison() {
        return comparison;
    }

    /** Asks the server for normal forms. */
    public Normalizer normalizer() {
        return normalizer;
    }

    /** Creates copies of a schema to try operations on. */
    public Rehearsals rehearsals() {
        return rehearsals;
    }

    /** How transactions begin and end, and what they roll back. */
    public Transactions transactions() {
        return transactions;
    }

    /** Suspends the enforcement of foreign keys. */
    public ForeignKeyEnforcement foreignKeys() {
        return foreignKeys;
    }

    /** Creates the lock that keeps two runs of one version table apart. */
    public Locks locks() {
        return locks;
    }

    /** Interprets failures. */
    public Failures failures() {
        return failures;
    }

    /** What the user can see and may do. */
    public Access access() {
        return access;
    }

    /** Finds roles in users' own statements. */
    public Roles roles() {
        return roles;
    }

    /** The server's sessions. */
    public Sessions sessions() {
        return sessions;
    }

    /** What a step may change in its session, and how it is reset. */
    public SessionState sessionState() {
        return sessionState;
    }

    /** Sends the rows of a COPY. */
    public CopyProtocol copy() {
        return copy;
    }

    /**
     * How the database's own client is told to run the script FILE on DATABASE and to stop at the first error; empty if that is not known.
     */
    public String scriptCommand() {
        return scriptCommand;
    }

    /** How a script for that client is written. */
    public ScriptForm scriptForm() {
        return scriptForm;
    }

    /** Builds a dialect. */
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
        private @Nullable ObjectLookup objects;
        private @Nullable ComparisonRules comparison;
        private Normalizer normalizer = Normalizer.NONE;
        private Rehearsals rehearsals = Rehearsals.NONE;
        private @Nullable Transactions transactions;
        private ForeignKeyEnforcement foreignKeys = ForeignKeyEnforcement.NEVER_SUSPENDED;
        private @Nullable Locks locks;
        private Failures failures = new Failures();
        private @Nullable Access access;
        private Roles roles = Roles.NONE;
        private Sessions sessions = Sessions.NAMELESS;
        private SessionState sessionState = SessionState.OF_SCHEMA;
        private CopyProtocol copy = CopyProtocol.NONE;
        private String scriptCommand = "";
        private ScriptForm scriptForm = ScriptForm.PLAIN;

        private Builder(DialectName name, String displayName) {
            this.name = name;
            this.displayName = displayName;
        }

        /** How it reads SQL; the common syntax by default. */
        public Builder syntax(SqlSyntax part) {
            syntax = part;
            return this;
        }

        public Builder identifiers(IdentifierRules part) {
            identifiers = part;
            return this;
        }

        /** Chooses names for constraints without one; the standard names by default. */
        public Builder constraintNames(ConstraintNames part) {
            constraintNames = part;
            return this;
        }

        public Builder types(SqlTypes part) {
            types = part;
            return this;
        }

        /** How values are written; as in the SQL standard by default. */
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

        /** Looks up objects beside tables; in {@code information_schema} by default. */
        public Builder objects(ObjectLookup part) {
            objects = part;
            return this;
        }

        public Builder comparison(ComparisonRules part) {
            comparison = part;
            return this;
        }

        /** Asks the server for normal forms; never by default. */
        public Builder normalizer(Normalizer part) {
            normalizer = part;
            return this;
        }

        /** Creates copies of a schema to try operations on; none by default. */
        public Builder rehearsals(Rehearsals part) {
            rehearsals = part;
            return this;
        }

        public Builder transactions(Transactions part) {
            transactions = part;
            return this;
        }

        /** Suspends the enforcement of foreign keys; never by default. */
        public Builder foreignKeys(ForeignKeyEnforcement part) {
            foreignKeys = part;
            return this;
        }

        public Builder locks(Locks part) {
            locks = part;
            return this;
        }

        /** Interprets failures; by the SQL states of the standard by default. */
        public Builder failures(Failures part) {
            failures = part;
            return this;
        }

        /** What the user can see and may do; as in the SQL standard by default. */
        public Builder access(Access part) {
            access = part;
            return this;
        }

        /** Finds roles in users' own statements; none by default. */
        public Builder roles(Roles part) {
            roles = part;
            return this;
        }

        /** The server's sessions; without names by default. */
        public Builder sessions(Sessions part) {
            sessions = part;
            return this;
        }

        /** What a step may change in its session; only the schema by default. */
        public Builder sessionState(SessionState part) {
            sessionState = part;
            return this;
        }

        /** Sends the rows of a COPY; not supported by default. */
        public Builder copy(CopyProtocol part) {
            copy = part;
            return this;
        }

        /** How the client runs the script FILE on DATABASE and stops at the first error; not known by default. */
        public Builder scriptCommand(String command) {
            scriptCommand = command;
            return this;
        }

        /** How a script for that client is written; as it is by default. */
        public Builder scriptForm(ScriptForm part) {
            scriptForm = part;
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

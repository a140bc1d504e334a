package dev.retort.dialect.mariadb;

import dev.retort.dialect.CatalogQuery;
import dev.retort.dialect.DdlCompiler;
import dev.retort.dialect.Executable;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DialectName;
import dev.retort.operation.DropObject;
import dev.retort.operation.Operation;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Constraint;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.SchemaObject.Kind;
import java.util.Optional;

/** Compiles operations on objects beside tables for MariaDB and its cousins. */
public abstract class MariadbObjects extends DdlCompiler {

    protected MariadbObjects(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    @Override
    protected Optional<String> lacking(Kind kind) {
        return kind == Kind.DOMAIN ? Optional.of("it has no domains") : super.lacking(kind);
    }

    @Override
    protected boolean replacesAtOnce(ReplaceObject operation) {
        return true;
    }

    @Override
    protected final boolean renames(Kind kind) {
        return kind == Kind.VIEW || kind == Kind.SEQUENCE;
    }

    /** Views and sequences have the names of tables: https://mariadb.com/kb/en/rename-table/ */
    @Override
    protected final String renameSql(RenameObject operation, String clause) {
        ObjectReference object = operation.object();
        return "RENAME TABLE " + clause + write(object) + " TO "
                + names.write(object.name().sibling(operation.to()));
    }

    /** https://mariadb.com/kb/en/create-or-replace/ and the pages of the single statements. A trigger keeps the words of its clause. */
    @Override
    protected boolean hasExistenceClause(Operation operation) {
        return !(operation instanceof DropObject drop && isSchema(drop))
                && !(operation instanceof CreateObject create && create.object().kind() == Kind.TRIGGER);
    }

    /** https://mariadb.com/kb/en/alter-table/ */
    @Override
    protected final boolean asksBehindKind(Constraint constraint) {
        return !(constraint instanceof CheckConstraint);
    }

    private static boolean isSchema(DropObject drop) {
        return drop.object().kind() == Kind.SCHEMA;
    }

    /** A schema is dropped with everything in it, so it is asked before whether there is anything. */
    @Override
    protected final Executable dropped(DropObject operation) {
        String schema = operation.object().name().name();
        return isSchema(operation)
                ? unless(
                        contentOf(schema),
                        found -> "The schema " + schema + " is not empty, and what is in it would be dropped with it: "
                                + String.join(", ", found) + ".",
                        dropStatement(operation))
                : super.dropped(operation);
    }

    private static CatalogQuery contentOf(String schema) {
        return CatalogQuery.of("""
                SELECT CONCAT(LOWER(table_type), ' ', table_name), table_name AS name FROM information_schema.tables
                WHERE table_schema = ?
                UNION ALL
                SELECT CONCAT(LOWER(routine_type), ' ', routine_name), routine_name FROM information_schema.routines
                WHERE routine_schema = ?
                UNION ALL
                SELECT CONCAT('event ', event_name), event_name FROM information_schema.events WHERE event_schema = ?
                ORDER BY name""", schema, schema, schema);
    }

    /** In the name of a schema, {@code _} and {@code %} would stand for any characters: https://mariadb.com/kb/en/grant/ */
    @Override
    protected final String granted(ObjectReference object) {
        return switch (object.kind()) {
            case SCHEMA -> names.write(object.name().name().replaceAll("[_%\\\\]", "\\\\$0")) + ".*";
            case FUNCTION, PROCEDURE -> super.granted(object);
            default -> "TABLE " + write(object);
        };
    }

    /** A role, or a user with the host that it connects from: {@code app@localhost}. */
    @Override
    protected final String grantee(String name) {
        int host = name.lastIndexOf('@');
        return host < 0
                ? super.grantee(name)
                : super.grantee(name.substring(0, host)) + "@" + super.grantee(name.substring(host + 1));
    }
}

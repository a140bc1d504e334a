package dev.retort.dialect.postgresql;

import dev.retort.dialect.AlteredFromCatalog;
import dev.retort.dialect.Executable;
import dev.retort.dialect.SqlTypes;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.ExecuteSql;
import dev.retort.schema.Column;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identity;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles operations on columns for PostgreSQL. */
abstract class PostgresqlColumns extends PostgresqlObjects {

    private final TypeConversion conversion;

    PostgresqlColumns(PostgresqlIdentifiers names, SqlTypes types, PostgresqlLiterals literals) {
        super(names, types, literals);
        this.conversion = new TypeConversion(types);
    }

    /** An enum without a named type is a varchar with a check. */
    @Override
    protected final String columnDefinition(Column column) {
        String definition = super.columnDefinition(column);
        return column.type() instanceof EnumType words && words.name() == null
                ? definition + " CHECK (" + labelsCondition(column.name(), words) + ")"
                : definition;
    }

    /** The condition that restricts a column to the labels of an enum. */
    final String labelsCondition(String column, EnumType words) {
        return names.write(column) + " IN ("
                + String.join(", ", words.values().stream().map(literals::text).toList()) + ")";
    }

    /**
     * The type changes first, since a nullability or default may only fit the new one. A default that the change could not convert is
     * dropped before and set again after.
     */
    @Override
    public final List<Executable> alterColumn(AlterColumn operation) {
        List<Executable> statements = new ArrayList<>();
        if (AlteredFromCatalog.dependsOnIdentity(operation)) {
            statements.addAll(AlteredFromCatalog.ofIdentity(
                    operation, part -> part.existing() == null ? alterColumn(part) : altered(part)));
        } else {
            collationFromCatalog(operation)
                    .ifPresentOrElse(statements::add, () -> statements.addAll(altered(operation)));
        }
        operation
                .change(ColumnChange.Identity.class)
                .map(ColumnChange.Identity::to)
                .filter(to ->
                        operation.existing() == null || identitySet(operation).isPresent())
                .ifPresent(to -> {
                    String sql = PostgresqlSequences.pastRows(operation, to, names, literals);
                    statements.add(ddl(sql, new ExecuteSql(sql, List.of())));
                });
        return statements;
    }

    /** A collation is changed by a statement that names the type: https://www.postgresql.org/docs/current/sql-altertable.html */
    private Optional<Executable> collationFromCatalog(AlterColumn operation) {
        boolean unknown = operation.existing() == null
                && operation.change(ColumnChange.Collation.class).isPresent()
                && operation.change(ColumnChange.Type.class).isEmpty();
        return unknown
                ? Optional.of(AlteredFromCatalog.of(
                        operation,
                        this::alterColumn,
                        "a collation is changed together with the type, which only the database knows"))
                : Optional.empty();
    }

    private List<Executable> altered(AlterColumn operation) {
        Optional<ColumnChange.Collation> collation = operation.change(ColumnChange.Collation.class);
        Optional<ColumnChange.Type> type = operation
                .change(ColumnChange.Type.class)
                .or(() -> collation.map(change -> new ColumnChange.Type(
                        Objects.requireNonNull(operation.existing()).type())));
        if (type.isEmpty()) {
            return super.alterColumn(operation);
        }
        SqlType to = type.get().to();
        if (to instanceof EnumType words && words.name() == null) {
            throw unsupported(
                    operation,
                    "an enum is a varchar with a check constraint there; change the type to varchar("
                            + PostgresqlTypes.longest(words) + ") and add the check");
        }
        Column before = operation.existing();
        if (before != null) {
            EnumLabels.between(before.type(), to).ifPresent(words -> {
                throw unsupported(operation, words.advice(names, literals));
            });
        }
        boolean conversionNeeded = before != null && conversion.needed(before.type(), to);
        boolean hadDefault = before != null && before.defaultValue() != null;
        Optional<ColumnChange.Default> newDefault = operation.change(ColumnChange.Default.class);
        boolean resetDefault = newDefault.isPresent() || (conversionNeeded && hadDefault);

        List<ColumnChange> changes = new ArrayList<>();
        if (resetDefault) {
            changes.add(new ColumnChange.Default(null));
        }
        // The options must fit a smaller type of a sequence before the type changes, and a greater one after.
        Optional<ColumnChange.Identity> identity = operation
                .change(ColumnChange.Identity.class)
                .filter(change -> before != null
                        && PostgresqlSequences.isSmaller(types.canonical(to), types.canonical(before.type())));
        identity.ifPresent(changes::add);
        changes.add(type.get());
        int retyped = changes.size();
        for (ColumnChange change : operation.inOrder()) {
            if (!(change instanceof ColumnChange.Type)
                    && !(identity.isPresent() && change instanceof ColumnChange.Identity)
                    && !(change instanceof ColumnChange.Collation)
                    && !(change instanceof ColumnChange.Default)) {
                changes.add(change);
            }
        }
        ColumnChange.Default after = newDefault.orElseGet(
                () -> new ColumnChange.Default(resetDefault && before != null ? before.defaultValue() : null));
        if (after.to() != null) {
            changes.add(after);
        }
        List<Executable> statements = new ArrayList<>(oneByOne(operation, changes));
        sequenceType(operation, to).ifPresent(ofSequence -> statements.add(retyped, ofSequence));
        return statements;
    }

    /**
     * Gives the sequence of an identity column the new type of the column. The server does that for an identity column, but not for a
     * SERIAL one: https://www.postgresql.org/docs/current/datatype-numeric.html#DATATYPE-SERIAL
     */
    private Optional<Executable> sequenceType(AlterColumn operation, SqlType to) {
        Column before = operation.existing();
        boolean numbered = before != null
                && before.identity() != null
                && operation.appliedTo(before).identity() != null;
        if (!numbered || !TypeConversion.countable(types.canonical(to))) {
            return Optional.empty();
        }
        String sql = alterSequenceOf(operation, "AS " + types.render(to));
        return Optional.of(ddl(sql, new ExecuteSql(sql, List.of())));
    }

    /** For a sequence whose name only the catalog knows: that of an identity column or of a SERIAL one. */
    private String alterSequenceOf(AlterColumn operation, String clauses) {
        return "DO $$ BEGIN EXECUTE 'ALTER SEQUENCE ' || pg_get_serial_sequence("
                + literals.text(names.write(operation.table())) + ", " + literals.text(operation.column()) + ") || ' "
                + clauses + "'; END $$";
    }

    @Override
    protected final String alterColumnSql(AlterColumn operation, ColumnChange change, String clause) {
        if (change instanceof ColumnChange.Identity identity) {
            return identitySql(operation, change, identity.to());
        }
        if (!(change instanceof ColumnChange.Type type)) {
            return super.alterColumnSql(operation, change, clause);
        }
        String column = names.write(operation.column());
        String sql = alter(operation.table()) + "ALTER COLUMN " + column + " TYPE " + types.render(type.to())
                + collation(after(operation, type.to()));
        if (type.using() != null) {
            return sql + " USING " + type.using();
        }
        Column before = operation.existing();
        return before != null && conversion.needed(before.type(), type.to())
                ? sql + " USING " + conversion.expression(column, before.type(), type.to())
                : sql;
    }

    private String identitySql(AlterColumn operation, ColumnChange change, @Nullable Identity to) {
        String column = alter(operation.table()) + "ALTER COLUMN " + names.write(operation.column());
        if (to == null) {
            return column + " DROP IDENTITY";
        }
        if (identitySet(operation).isPresent()) {
            return column + " ADD " + identity(to);
        }
        Identity before = previousIdentity(operation);
        // ALTER COLUMN rejects a SERIAL column, which is never ALWAYS.
        return before.always() || to.always()
                ? super.alterColumnSql(operation, change, "")
                : alterSequenceOf(
                        operation,
                        String.join(" ", sequences().changed(before.options(), to.options(), typeOf(operation))));
    }

    /** A change of type resets the collation unless it names one; only string types have one. */
    private Column after(AlterColumn operation, SqlType to) {
        Column before = operation.existing() == null ? Column.of(operation.column(), to) : operation.existing();
        Optional<ColumnChange.Collation> named = operation.change(ColumnChange.Collation.class);
        Column after = named.map(change -> change.appliedTo(before)).orElse(before);
        return named.isPresent() || TypeConversion.collatable(types.canonical(to))
                ? after
                : after.collate((QualifiedName) null);
    }
}

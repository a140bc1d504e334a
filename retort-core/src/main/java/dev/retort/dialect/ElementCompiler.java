package dev.retort.dialect;

import dev.retort.operation.DialectName;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.DefaultValue;
import dev.retort.schema.Generated;
import dev.retort.schema.Identity;
import dev.retort.schema.Index;
import dev.retort.schema.Options;
import dev.retort.schema.QualifiedName;
import org.jspecify.annotations.Nullable;

/** Writes columns, constraints and indexes as clauses of the statements that create and change tables. */
public abstract class ElementCompiler extends SequenceCompiler {

    protected ElementCompiler(DialectName dialect, IdentifierRules names, SqlTypes types, Literals literals) {
        super(dialect, names, types, literals);
    }

    /** The definition of a column in CREATE TABLE and ADD COLUMN. */
    protected String columnDefinition(Column column) {
        StringBuilder sql = new StringBuilder(names.write(column.name()));
        sql.append(' ').append(columnType(column)).append(collation(column));
        sql.append(column.generated() == null ? "" : " " + generated(column.generated()));
        if (column.defaultValue() != null) {
            sql.append(" DEFAULT ").append(defaultValue(column.defaultValue()));
        }
        sql.append(column.onUpdate() == null ? "" : " ON UPDATE " + column.onUpdate());
        if (column.identity() != null) {
            sql.append(' ').append(identity(column.identity()));
        }
        if (!column.nullable()) {
            sql.append(" NOT NULL");
        }
        return sql.toString();
    }

    /** The type of a column in its definition. */
    protected String columnType(Column column) {
        return types.render(column.type());
    }

    /** The character set and collation of a column, with a space before. The default writes only the collation. */
    protected String collation(Column column) {
        return column.collation() == null ? "" : " COLLATE " + names.write(column.collation());
    }

    /** The clause of a generated column. The default says whether it is stored. */
    protected String generated(Generated generated) {
        return "GENERATED ALWAYS AS (" + generated.expression() + ")" + (generated.stored() ? " STORED" : " VIRTUAL");
    }

    protected String identity(Identity identity) {
        return SequenceClauses.generated(identity) + " AS IDENTITY"
                + sequences().made(identity);
    }

    protected String defaultValue(DefaultValue value) {
        if (value instanceof DefaultValue.Literal literal) {
            return literals.write(literal.value());
        }
        return ((DefaultValue.Expression) value).sql();
    }

    /** The clause of a constraint in CREATE TABLE and after ADD. */
    protected final String constraint(QualifiedName table, Constraint constraint) {
        return constraint(table, constraint, "");
    }

    final String constraint(QualifiedName table, Constraint constraint, String words) {
        boolean behind = asksBehindKind(constraint);
        return new ConstraintClauses(names, this::indexPart, this::constraintIndex)
                .of(constraint, behind ? "" : words, behind ? words : "", referred -> referred(table, referred));
    }

    /** Whether IF NOT EXISTS follows the kind of a constraint, such as UNIQUE, and not the word CONSTRAINT. The default is no. */
    protected boolean asksBehindKind(Constraint constraint) {
        return false;
    }

    /** The name by which a table has to reference the table of a foreign key. The default is the table's name. */
    protected QualifiedName referred(QualifiedName table, QualifiedName referred) {
        return referred;
    }

    protected String commentOnTableSql(QualifiedName table, @Nullable String comment) {
        return "COMMENT ON TABLE " + names.write(table) + " IS " + literals.write(comment);
    }

    protected String commentOnColumnSql(QualifiedName table, String column, @Nullable String comment) {
        return "COMMENT ON COLUMN " + names.write(table) + "." + names.write(column) + " IS " + literals.write(comment);
    }

    protected final String alter(QualifiedName table) {
        return alter("", table);
    }

    /** The beginning of a statement that changes or drops a part of a table: what a missing table would have is missing, too. */
    protected final String alter(String clause, QualifiedName table) {
        return "ALTER TABLE " + clause + names.write(table) + " ";
    }

    /**
     * The statement that creates an index.
     *
     * @param words what follows INDEX, with a space after it
     */
    protected String createIndexSql(QualifiedName table, Index index, String words) {
        return new IndexClauses(names).of(table, index, words, this::indexPart);
    }

    protected String indexPart(Index.Part part) {
        return new IndexClauses(names).of(part);
    }

    /** The clauses of a constraint's index, with a space before. The default is nothing. */
    protected String constraintIndex(Options options, @Nullable String comment) {
        return "";
    }
}

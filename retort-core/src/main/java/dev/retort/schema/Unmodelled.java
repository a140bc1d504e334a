package dev.retort.schema;

/**
 * Something that the database has and that a snapshot has no place for, or such a part of something else. It is reported and never touched.
 *
 * @param name its name, in the schema of the table
 * @param table the table that it is, or belongs to
 * @param part what part of the table it is
 * @param definition the whole definition, or the part that has no place, as the database writes it
 */
public record Unmodelled(QualifiedName name, QualifiedName table, Part part, String definition)
        implements SchemaObject {

    /** The kinds of things that may be unmodelled. */
    public enum Part {
        TABLE,
        COLUMN,
        PRIMARY_KEY,
        INDEX_OR_CONSTRAINT
    }

    /** An index or a constraint. */
    public static Unmodelled ofTable(QualifiedName table, String name, String definition) {
        return new Unmodelled(table.sibling(name), table, Part.INDEX_OR_CONSTRAINT, definition);
    }

    /** Unmodelled properties of a table. */
    public static Unmodelled ofTable(QualifiedName table, String definition) {
        return new Unmodelled(table, table, Part.TABLE, definition);
    }

    /** Unmodelled properties of a column. */
    public static Unmodelled ofColumn(QualifiedName table, String column, String definition) {
        return new Unmodelled(table.sibling(column), table, Part.COLUMN, definition);
    }

    /** A primary key with unmodelled properties. */
    public static Unmodelled ofPrimaryKey(QualifiedName table, String definition) {
        return new Unmodelled(table.sibling("PRIMARY KEY"), table, Part.PRIMARY_KEY, definition);
    }

    /** The same for a table with another name. */
    public Unmodelled of(QualifiedName otherTable) {
        QualifiedName other = part == Part.TABLE ? otherTable : otherTable.sibling(name.name());
        return new Unmodelled(other, otherTable, part, definition);
    }

    @Override
    public Kind kind() {
        return Kind.UNMODELLED;
    }

    @Override
    public QualifiedName belongsTo() {
        return table;
    }
}

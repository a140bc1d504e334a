package dev.retort.schema;

/**
 * Something that is there and that a snapshot has no place for, or a part of something else that has no place in it: seen, said, never
 * touched.
 *
 * @param name its name, in the schema of the table
 * @param table the table that it is, or belongs to
 * @param part what of the table it is
 * @param definition the whole, or what has no place, in the database's own words
 */
public record Unmodelled(QualifiedName name, QualifiedName table, Part part, String definition)
        implements SchemaObject {

    /** What can have more to it than a snapshot holds. */
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

    /** What a table has besides. */
    public static Unmodelled ofTable(QualifiedName table, String definition) {
        return new Unmodelled(table, table, Part.TABLE, definition);
    }

    /** What a column has besides. */
    public static Unmodelled ofColumn(QualifiedName table, String column, String definition) {
        return new Unmodelled(table.sibling(column), table, Part.COLUMN, definition);
    }

    /** A primary key that is more than its columns. */
    public static Unmodelled ofPrimaryKey(QualifiedName table, String definition) {
        return new Unmodelled(table.sibling("PRIMARY KEY"), table, Part.PRIMARY_KEY, definition);
    }

    /** The same thing of a table that goes by another name. */
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

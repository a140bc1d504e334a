package dev.retort.schema;

/** The default of a column. Cases may be added. */
public sealed interface DefaultValue {

    /**
     * A value, written as a literal of the database.
     *
     * @param value a {@link String}, {@link Boolean} or {@link Number}
     */
    record Literal(Object value) implements DefaultValue {

        public Literal {
            if (!(value instanceof String || value instanceof Boolean || value instanceof Number)) {
                throw new IllegalArgumentException("A default is a text, a number or a boolean, not "
                        + value.getClass().getName() + "; anything else is an SQL expression: defaultsToSql(…).");
            }
        }
    }

    /**
     * An expression, passed to the database as it is.
     *
     * @param sql the expression
     */
    record Expression(String sql) implements DefaultValue {}

    /** The current time, by a word that every database has. */
    DefaultValue NOW = new Expression("current_timestamp");
}

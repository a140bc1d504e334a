/**
 * An immutable model of a database schema: tables, columns, constraints, indexes, sequences. Knows no database and uses only {@code error}.
 */
package dev.retort.schema;

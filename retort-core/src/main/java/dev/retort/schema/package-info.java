/** An immutable picture of a database: tables, columns, keys, indexes, sequences. Knows no database and uses only {@code error}. */
package dev.retort.schema;

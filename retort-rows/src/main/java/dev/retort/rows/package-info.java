/** Files of rows that revisions insert: CSV and JSON, read as a stream. */
package dev.retort.rows;

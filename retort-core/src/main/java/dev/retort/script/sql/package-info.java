/**
 * SQL revisions: header, sections, statements, checksums. Uses {@code script.source}, {@code migration}, {@code revision}, {@code sql},
 * {@code digest} and {@code error}.
 */
package dev.retort.script.sql;

/**
 * SQL revisions: header, sections, statements, checksums. Uses {@code script.source}, {@code migration}, {@code revision}, {@code sql} and
 * {@code error}.
 */
package dev.retort.script.sql;

/** SQL as text: tokens, statements, spelling, and where databases write differently. Uses nothing. */
package dev.retort.sql;

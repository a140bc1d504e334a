/** SQL as text: tokens, expressions, and where databases write differently. Uses nothing. */
package dev.retort.sql;

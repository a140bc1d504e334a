/** Revisions and the graph they form; pure, without input or output. Uses {@code migration} and {@code error}. */
package dev.retort.revision;

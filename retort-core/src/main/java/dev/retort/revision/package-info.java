/** Revisions and the graph they form; pure, without input or output. Uses only {@code error}. */
package dev.retort.revision;

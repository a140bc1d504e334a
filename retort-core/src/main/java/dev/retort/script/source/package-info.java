/**
 * The text of a revision file: read, checked, its header, its digest, and written whole or not at all; many files at once. Uses {@code
 * migration}, {@code operation}, {@code revision}, {@code secret},
 * {@code digest} and {@code error}.
 */
package dev.retort.script.source;

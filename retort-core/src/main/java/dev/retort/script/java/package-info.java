/**
 * Java revisions: header, checksum, compiler, class loaders. Uses {@code script.source}, {@code migration}, {@code schema},
 * {@code revision}, {@code digest} and {@code error}.
 */
package dev.retort.script.java;

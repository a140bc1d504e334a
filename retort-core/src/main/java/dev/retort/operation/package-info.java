/**
 * The list of schema operations, as records: data until something runs them. One case is open, {@code CustomOperation}. Knows no
 * database; uses {@code schema}, {@code secret} and {@code error}.
 */
package dev.retort.operation;

/**
 * Compares two snapshots: finds the ordered operations that lead from one to the other. Uses {@code dialect}, {@code operation},
 * {@code schema}, {@code digest} and {@code error}.
 */
package dev.retort.compare;

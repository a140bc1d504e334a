/**
 * Retort's three metadata tables in a user's database: the version rows, the history of steps, the journal of statements under way.
 * Uses {@code plan}, {@code dialect}, {@code migration}, {@code operation}, {@code schema}, {@code revision} and {@code error}.
 */
package dev.retort.history;

/**
 * The three metadata tables in a user's database: version table, history table, journal. Uses {@code plan}, {@code dialect},
 * {@code migration}, {@code operation}, {@code schema}, {@code revision}, {@code digest} and {@code error}.
 */
package dev.retort.history;

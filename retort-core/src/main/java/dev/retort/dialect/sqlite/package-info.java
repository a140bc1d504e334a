/** SQLite from 3.37. Uses {@code dialect}, {@code operation}, {@code schema}, {@code sql} and {@code error}. */
package dev.retort.dialect.sqlite;

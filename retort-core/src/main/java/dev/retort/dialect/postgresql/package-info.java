/** PostgreSQL 14 and later. Uses {@code dialect}, {@code operation}, {@code schema}, {@code sql} and {@code error}. */
package dev.retort.dialect.postgresql;

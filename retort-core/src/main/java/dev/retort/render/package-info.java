/**
 * Operations become the text of a revision file. Never knows a database. Uses {@code script.sql}, {@code spi}, {@code migration}, {@code
 * operation}, {@code schema}, {@code sql} and {@code error}.
 */
package dev.retort.render;

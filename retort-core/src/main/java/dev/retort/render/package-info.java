/**
 * Operations become the text of a revision file. Never knows a database. Uses {@code operation}, {@code schema}, {@code revision} and
 * {@code error}.
 */
package dev.retort.render;

/** What a revision file is written in. Uses {@code operation}, {@code schema} and {@code error}. */
package dev.retort.migration;

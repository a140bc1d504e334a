/** The facade: one method per use case. Uses {@code command}, {@code config}, {@code error} and the results. */
package dev.retort;

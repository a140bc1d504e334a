/**
 * Extension points: a project's environment, listeners, templates of revision files, a signal to stop. Uses {@code migration},
 * {@code schema} and {@code error}.
 */
package dev.retort.spi;

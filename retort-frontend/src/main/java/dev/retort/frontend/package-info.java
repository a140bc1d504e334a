/**
 * What every front-end says: errors, paths, and that a name has no characters here. Uses {@code dev.retort.error} of the core.
 */
package dev.retort.frontend;

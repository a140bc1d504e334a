/** What every front-end says of the process that it runs in. Uses {@code dev.retort.error} of the core. */
package dev.retort.frontend;

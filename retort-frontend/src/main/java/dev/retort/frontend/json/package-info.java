/**
 * What commands return, and what goes wrong, as JSON. Uses {@code dev.retort.frontend}, and of the core {@code error}, {@code migration} and
 * {@code report}.
 */
package dev.retort.frontend.json;

/**
 * What commands return, and what goes wrong, as JSON. Uses {@code dev.retort.frontend}, and of the core {@code dev.retort.error}, {@code
 * dev.retort.migration} and {@code dev.retort.report}.
 */
package dev.retort.frontend.json;

/**
 * Reads {@code retort.toml}, and what its values refer to, into settings. Uses {@code dev.retort.config} and {@code dev.retort.error} of
 * the core.
 */
package dev.retort.frontend.config;

/**
 * Reads {@code retort.toml}, and what its values refer to, into settings. Uses {@code config} and {@code error} of the core.
 */
package dev.retort.frontend.config;

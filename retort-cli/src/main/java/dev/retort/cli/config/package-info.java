/** Reads {@code retort.toml} and what its values refer to. Uses {@code dev.retort.config} and {@code dev.retort.error}. */
package dev.retort.cli.config;

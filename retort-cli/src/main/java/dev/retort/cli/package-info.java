/**
 * The commands. They read options, call the facade, and print what it returns, as {@code dev.retort.frontend} says it; nothing is decided
 * here.
 */
package dev.retort.cli;

/** The commands. They read options, call the facade, and print what it returns; nothing is decided here. */
package dev.retort.cli;

/** The settings and the one list of their keys. Uses only {@code error}. */
package dev.retort.config;

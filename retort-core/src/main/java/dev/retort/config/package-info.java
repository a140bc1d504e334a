/** The settings and the list of their keys. Uses only {@code error}. */
package dev.retort.config;

/** The settings and the list of their keys. Uses {@code schema} and {@code error}. */
package dev.retort.config;

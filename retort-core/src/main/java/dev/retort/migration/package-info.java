/** The API for revision files. Uses {@code operation}, {@code schema} and {@code error}. */
package dev.retort.migration;

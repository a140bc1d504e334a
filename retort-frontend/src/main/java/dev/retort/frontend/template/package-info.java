/**
 * What new revisions and new projects begin with. Uses {@code dev.retort.frontend.config}, and of the core {@code dev.retort.config}, {@code
 * dev.retort.error}, {@code dev.retort.migration} and {@code dev.retort.spi}.
 */
package dev.retort.frontend.template;

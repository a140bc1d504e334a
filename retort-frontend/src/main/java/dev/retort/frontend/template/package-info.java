/**
 * What new revisions and new projects begin with. Uses {@code dev.retort.frontend.config}, and of the core {@code config}, {@code error},
 * {@code migration} and {@code spi}.
 */
package dev.retort.frontend.template;

/**
 * What new revisions and new projects begin with. Uses {@code dev.retort.frontend.config}, and of the core {@code dev.retort.config}, {@code
 * dev.retort.error}, and what a template of a revision is given.
 */
package dev.retort.frontend.template;

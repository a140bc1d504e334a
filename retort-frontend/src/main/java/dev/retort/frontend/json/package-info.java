/**
 * What commands return, and what goes wrong, as JSON. Uses {@code dev.retort.frontend}, and of the core {@code dev.retort.report}, {@code
 * dev.retort.error}, and the values of the facade.
 */
package dev.retort.frontend.json;

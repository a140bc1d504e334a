/**
 * What commands return, as text for a person, and what a run does meanwhile. Whatever of Retort it advises is called in the words of the
 * front-end. Uses {@code dev.retort.frontend} and {@code dev.retort.frontend.template}, and of the core {@code dev.retort.error}, {@code
 * dev.retort.migration}, {@code dev.retort.report} and {@code dev.retort.spi}.
 */
package dev.retort.frontend.text;

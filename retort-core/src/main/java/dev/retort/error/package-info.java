/**
 * The exceptions that users can see: each with its fields, a sentence made from them, and what to do next; and what is told of names and
 * files in such sentences. Uses nothing.
 */
package dev.retort.error;

/** The exceptions that users can see: each with its fields, a sentence made from them, and what to do next. Uses nothing. */
package dev.retort.error;

/**
 * The exceptions that users see: each with fields, a message made from them, and advice; and helpers for names and files in messages. Uses
 * nothing.
 */
package dev.retort.error;

/**
 * The conformance tests of dialects: one list of cases for all databases, and the suite that runs it on one of them. Uses what
 * {@code retort-core} exports.
 */
package dev.retort.testkit;

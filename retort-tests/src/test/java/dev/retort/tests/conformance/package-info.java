/** Autogenerate held against recorded pairs of schemas. */
package dev.retort.tests.conformance;

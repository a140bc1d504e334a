/** Autogenerate held against recorded pairs of schemas, and operations against recorded statements of Alembic. */
package dev.retort.tests.conformance;

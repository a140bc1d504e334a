/** JPA entities as a desired schema, and whether their classes are up to date. */
package dev.retort.jpa;

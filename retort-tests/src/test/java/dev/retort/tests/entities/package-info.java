/** The way from entities through a revision file to a database and back, on every database. */
package dev.retort.tests.entities;

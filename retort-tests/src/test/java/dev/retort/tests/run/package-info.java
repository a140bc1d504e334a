/** Runs that are killed, that compete and that fail: what is left, and whether the next run goes on from there. */
package dev.retort.tests.run;

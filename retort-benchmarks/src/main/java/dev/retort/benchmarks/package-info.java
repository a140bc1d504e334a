/** Measures Retort beside its peers and beside plain JDBC, as whole processes, and its planner inside this one. */
@NullMarked
package dev.retort.benchmarks;

import org.jspecify.annotations.NullMarked;

/** The programs that are started and measured. Each uses what it measures and the JDK, nothing else. */
@NullMarked
package dev.retort.benchmarks.program;

import org.jspecify.annotations.NullMarked;

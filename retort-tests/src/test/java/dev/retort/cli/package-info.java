@org.jspecify.annotations.NullMarked
package dev.retort.cli;

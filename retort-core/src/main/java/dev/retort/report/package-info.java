/** Parameters and results of commands: plain values that a front-end fills in and prints. Uses {@code migration} and {@code error}. */
package dev.retort.report;

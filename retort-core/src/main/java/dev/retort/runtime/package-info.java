/**
 * Runs a plan: the lock, the executor, the sinks, the listeners. Uses {@code plan}, {@code script}, {@code history}, {@code compare},
 * {@code dialect}, {@code spi}, {@code report}, {@code migration}, {@code operation}, {@code schema}, {@code secret}, {@code sql},
 * {@code revision}, {@code config}, {@code digest} and {@code error}.
 */
package dev.retort.runtime;

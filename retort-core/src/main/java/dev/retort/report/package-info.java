/** What commands return: plain values that a front-end prints. Uses {@code plan}, {@code revision} and {@code error}. */
package dev.retort.report;

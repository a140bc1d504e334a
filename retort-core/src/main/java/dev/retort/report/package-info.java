/** What commands take and return: plain values that a front-end fills in and prints. Uses {@code plan}, {@code revision} and {@code error}. */
package dev.retort.report;

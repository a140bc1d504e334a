/** Plans what brings a database from one set of revisions to another; pure. Uses {@code revision}, {@code migration} and {@code error}. */
package dev.retort.plan;

/** What the runner decides, asked on every database. */
package dev.retort.runtime;

/** The distribution, called as a user calls it. */
package dev.retort.tests.shell;

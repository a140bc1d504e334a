/** What the manual and the examples promise, run as it is written there. */
package dev.retort.tests.guide;

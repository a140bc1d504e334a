/** What each dialect says, run on its own database. */
package dev.retort.tests.dialect;

/** The databases that tests run on: real servers, started once, and a fresh empty database for each test. */
package dev.retort.tests.server;

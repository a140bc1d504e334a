/** One class per group of use cases, and the project that they work on. Uses everything below; used only by the facade. */
package dev.retort.command;

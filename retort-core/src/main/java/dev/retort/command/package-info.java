/** One class per use case, and the project they work on. Uses everything below; used by the facade alone. */
package dev.retort.command;

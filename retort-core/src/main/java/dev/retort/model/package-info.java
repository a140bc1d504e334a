/** Where the desired schema comes from. Uses {@code dialect}, {@code schema} and {@code error}. */
package dev.retort.model;

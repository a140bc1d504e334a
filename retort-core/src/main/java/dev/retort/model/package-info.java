/** Sources of the desired schema. Uses {@code dialect}, {@code schema} and {@code error}. */
package dev.retort.model;

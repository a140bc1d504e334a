/** H2 from 2.0. Uses {@code dialect}, {@code operation}, {@code schema} and {@code error}. */
package dev.retort.dialect.h2;

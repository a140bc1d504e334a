/** H2 from 2.2. Uses {@code dialect}, {@code operation}, {@code schema}, {@code sql} and {@code error}. */
package dev.retort.dialect.h2;

/** HSQLDB from 2.7. Uses {@code dialect}, {@code operation}, {@code schema}, {@code sql} and {@code error}. */
package dev.retort.dialect.hsqldb;

/**
 * The directory of revision files: find, read, load, name, write. Uses {@code script.sql}, {@code script.java}, {@code script.source},
 * {@code migration}, {@code operation}, {@code schema}, {@code revision}, {@code config}, {@code sql}, {@code digest} and {@code error}.
 */
package dev.retort.script;

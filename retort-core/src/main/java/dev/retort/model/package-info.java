/**
 * Where the desired schema comes from. Uses {@code dialect}, {@code schema}, {@code sql}, {@code config} and {@code error}.
 */
package dev.retort.model;

/**
 * The interface of dialects, with defaults. A user's dialect is a {@link dev.retort.dialect.DialectProvider} named in
 * {@code META-INF/services}. Uses {@code operation}, {@code schema}, {@code sql}, {@code secret},
 * {@code digest} and {@code error}.
 */
package dev.retort.dialect;

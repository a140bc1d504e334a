/**
 * What a database must answer, with the standard answers. A database of one's own is a {@link dev.retort.dialect.DialectProvider}
 * named in {@code META-INF/services}. Uses {@code operation}, {@code schema}, {@code sql}, {@code secret} and {@code error}.
 */
package dev.retort.dialect;

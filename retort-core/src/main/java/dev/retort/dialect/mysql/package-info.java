/**
 * MySQL, which is told from MariaDB and refused by its name. A cousin of it: uses {@code dialect.mariadb}, {@code dialect},
 * {@code operation} and {@code sql}.
 */
package dev.retort.dialect.mysql;

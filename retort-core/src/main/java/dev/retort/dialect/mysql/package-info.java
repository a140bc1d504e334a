/** MySQL 8.0 and later, a cousin of MariaDB. Uses {@code dialect.mariadb}, {@code dialect}, {@code operation}, {@code schema}, {@code sql} and {@code error}. */
package dev.retort.dialect.mysql;

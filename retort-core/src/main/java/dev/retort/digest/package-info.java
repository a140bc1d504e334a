/** The digest that tells texts and files apart. Uses nothing. */
package dev.retort.digest;

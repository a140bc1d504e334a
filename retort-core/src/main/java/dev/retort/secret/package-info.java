/** Where secrets are in a text of any kind, such as SQL, an address or what a server says. Uses nothing. */
package dev.retort.secret;

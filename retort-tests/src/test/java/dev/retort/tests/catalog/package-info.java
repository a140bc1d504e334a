/** What databases hold in the words of their own catalogs, read without Retort. */
package dev.retort.tests.catalog;

/**
 * The messages services exchange, as records. Their JSON Schemas stand beside them in {@code src/main/resources/schemas}; a test
 * holds the two together and refuses a change that would break a reader.
 */
package dev.tradewind.contracts;

/** Sorts more than fits into memory. */
package dev.tradewind.janitor.sorting;

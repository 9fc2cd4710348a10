/** Files of products, as comma-separated values. */
package dev.tradewind.catalog.csv;

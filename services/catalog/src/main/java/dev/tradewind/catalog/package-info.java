/** The catalog: products and prices. */
package dev.tradewind.catalog;

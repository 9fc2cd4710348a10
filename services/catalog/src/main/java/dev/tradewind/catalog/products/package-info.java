/** Products as they are kept: found by their SKU, listed in its order. */
package dev.tradewind.catalog.products;

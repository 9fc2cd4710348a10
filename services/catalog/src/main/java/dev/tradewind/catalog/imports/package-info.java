/** How a file becomes products: its rows are kept, and applied part by part. */
package dev.tradewind.catalog.imports;

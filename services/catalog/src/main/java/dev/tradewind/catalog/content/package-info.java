/** What can be said of a product, and the rules for it, whether it comes alone or in a file. */
package dev.tradewind.catalog.content;

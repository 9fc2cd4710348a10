/** What a view is, in which order views are listed, and where a page ends: pure. */
package dev.tradewind.queries.domain;

/** This service's own copy of products, and what of an order does not agree with it. */
package dev.tradewind.orders.products;

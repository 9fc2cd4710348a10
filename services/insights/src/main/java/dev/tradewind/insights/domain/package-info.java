/**
 * What follows from orders: sales, what is bought together, what looks like fraud. Pure: the same orders in any order, any number of times, give
 * the same.
 */
package dev.tradewind.insights.domain;

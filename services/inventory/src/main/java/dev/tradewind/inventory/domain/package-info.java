/**
 * Stock, as pure functions: where units are taken from, and what a message means for the token of its order.
 */
package dev.tradewind.inventory.domain;

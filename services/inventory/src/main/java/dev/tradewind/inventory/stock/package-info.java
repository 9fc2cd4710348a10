/** Stock on DynamoDB: one table, partition key {@code key}. */
package dev.tradewind.inventory.stock;

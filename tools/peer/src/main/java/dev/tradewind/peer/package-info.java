/**
 * The order flow as the textbooks have it: idempotent consumer (inbox table), transactional outbox with a relay, saga orchestration with a
 * saga table. Each handled message is one TransactWriteItems. It is what Tradewind's figures are compared with.
 */
package dev.tradewind.peer;

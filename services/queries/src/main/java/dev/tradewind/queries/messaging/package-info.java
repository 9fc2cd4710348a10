/** What orders tells, and what becomes of it. */
package dev.tradewind.queries.messaging;

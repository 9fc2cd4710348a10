/** Which messages come in, and which command each becomes. */
package dev.tradewind.catalog.messaging;

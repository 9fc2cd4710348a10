/** Over HTTP: customers say where they want to be told; operators see what became of it. */
package dev.tradewind.notifications.api;

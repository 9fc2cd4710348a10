/** The payment provider over HTTP: one guarded client, and the edge that turns calls into requests and answers into outcomes. */
package dev.tradewind.payments.psp;

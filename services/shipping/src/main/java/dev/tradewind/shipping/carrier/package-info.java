/** The carrier over HTTP: one guarded client, and the edge that turns calls into requests and answers into outcomes. */
package dev.tradewind.shipping.carrier;

/** The gateway: the one door for clients. */
package dev.tradewind.gateway;

/** The archive: every commit of every service, kept for ever. */
package dev.tradewind.archive;

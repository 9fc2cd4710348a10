/** From batches of the log to objects of the archive. */
package dev.tradewind.archive.writing;

/** The archive: every commit of every service for ever, as objects in one bucket. How they are named, written, read and checked. */
package dev.tradewind.archive.format;

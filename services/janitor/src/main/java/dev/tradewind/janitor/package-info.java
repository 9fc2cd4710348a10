/** The janitor: looks whether journals, log, archive, stock, money and parcels agree, and keeps the archive tidy. It repairs nothing. */
package dev.tradewind.janitor;

/** Inventory: stock, and who it is set aside for. */
package dev.tradewind.inventory;

/** Results as SVG. */
package dev.tradewind.chaos.picture;

/** Everybody wants the same thing at the same time. */
package dev.tradewind.chaos.hot;

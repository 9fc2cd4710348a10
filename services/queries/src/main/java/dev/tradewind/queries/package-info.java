/** The read side: order views, fed by what orders tells. */
package dev.tradewind.queries;

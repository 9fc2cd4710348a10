/** Views as they are kept and served, whatever keeps them: runs without AWS and without a framework. */
package dev.tradewind.queries.serving;

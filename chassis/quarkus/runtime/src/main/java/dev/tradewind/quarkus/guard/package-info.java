/** What stands before every call to somebody else's HTTP: one guard a dependency, and a budget for trying again. */
package dev.tradewind.quarkus.guard;

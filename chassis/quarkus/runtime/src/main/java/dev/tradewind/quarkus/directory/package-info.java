/** Makes this instance found by others, in Cloud Map, while it is ready. */
package dev.tradewind.quarkus.directory;

/** {@link dev.tradewind.cloudmap.Discovery} as a service discovery of SmallRye Stork, of the type {@code cloud-map}. */
package dev.tradewind.cloudmap.stork;

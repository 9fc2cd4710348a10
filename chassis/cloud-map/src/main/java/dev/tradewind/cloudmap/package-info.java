/**
 * Who is running where, by a registry such as AWS Cloud Map: {@link dev.tradewind.cloudmap.Discovery} finds the instances of a service, {@link
 * dev.tradewind.cloudmap.Registration} makes one found. This package knows rules only; {@code aws} and {@code stork} beside it know the
 * AWS SDK and SmallRye Stork.
 */
package dev.tradewind.cloudmap;

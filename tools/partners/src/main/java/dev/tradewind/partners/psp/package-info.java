/** The stand-in payment provider. {@code Psp} decides, {@code Operation} is what it remembers, {@code PspRoutes} speaks HTTP. */
package dev.tradewind.partners.psp;

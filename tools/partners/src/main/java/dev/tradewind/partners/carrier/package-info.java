/** The stand-in carrier. {@code Carrier} decides, {@code Movement} is what it remembers, {@code CarrierRoutes} speaks HTTP. */
package dev.tradewind.partners.carrier;

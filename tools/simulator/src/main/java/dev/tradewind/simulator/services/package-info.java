/** The services, each put together as on Quarkus, but on simulated ports. A new one is added here and in the platform's list. */
package dev.tradewind.simulator.services;

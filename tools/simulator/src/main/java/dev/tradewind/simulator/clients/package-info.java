/** Those who want something of the platform: customers, warehouses, an operator. */
package dev.tradewind.simulator.clients;

/** What goes wrong at real partners, on demand: outages, latency, slow answers, lost answers, errors that pass. */
package dev.tradewind.partners.faults;

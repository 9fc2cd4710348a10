/** What both partners say over HTTP in the same way: problems, checked request bodies, keys, ledgers as NDJSON. */
package dev.tradewind.partners.http;

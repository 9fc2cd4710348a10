/** What is compared, and what counts as drift: pure. */
package dev.tradewind.janitor.domain;

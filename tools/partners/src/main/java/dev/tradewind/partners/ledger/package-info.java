/**
 * What happened, for ever: the one state a partner has. Everything else a partner knows is a fold of its ledger, so
 * memory and file can never disagree.
 */
package dev.tradewind.partners.ledger;

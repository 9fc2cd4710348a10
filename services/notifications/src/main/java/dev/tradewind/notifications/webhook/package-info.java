/**
 * Webhooks: which URLs may be called, how a message is signed after <a href="https://www.standardwebhooks.com">Standard Webhooks</a>, and
 * the client that calls. A customer says where we call, so what is called is checked, and what was checked is what is called.
 */
package dev.tradewind.notifications.webhook;

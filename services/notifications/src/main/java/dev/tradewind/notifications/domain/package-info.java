/**
 * Whom to tell, and how each telling stands. Pure.
 *
 * <p>One stream holds all that is known of a customer as a recipient, so that one query finds whom to tell. One stream for each telling
 * holds what is told and what came of every attempt.
 */
package dev.tradewind.notifications.domain;

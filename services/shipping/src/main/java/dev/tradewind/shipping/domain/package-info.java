/**
 * The shipment of one order. Pure.
 *
 * <p>The carrier decides every race: a booking, its cancellation and its handover are made under one key, may be repeated without harm,
 * and of a cancellation and a handover the carrier lets only one happen. So nothing is committed before the carrier is asked, and
 * what is committed after is what it said.
 */
package dev.tradewind.shipping.domain;

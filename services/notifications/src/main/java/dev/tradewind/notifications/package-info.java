/** Notifications: customers hear what happens to their orders, by signed webhooks and by e-mail, whatever crashes or is away for a while. */
package dev.tradewind.notifications;

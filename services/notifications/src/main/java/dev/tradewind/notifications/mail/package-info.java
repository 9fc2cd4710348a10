/** E-mail: what is written, and how it leaves: through Amazon SES, or into a directory on a laptop. */
package dev.tradewind.notifications.mail;

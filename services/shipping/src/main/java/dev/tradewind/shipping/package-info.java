/** Shipping: a parcel booked, cancelled in time, handed over, delivered; each at most once, whatever fails. */
package dev.tradewind.shipping;

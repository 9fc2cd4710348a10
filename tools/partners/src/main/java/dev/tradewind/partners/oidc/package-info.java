/** A stand-in for an OpenID Connect issuer: for development only, it gives everybody on this machine any token. */
package dev.tradewind.partners.oidc;

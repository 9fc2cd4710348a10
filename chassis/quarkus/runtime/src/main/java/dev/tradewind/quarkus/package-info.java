/** The chassis in Quarkus: a service depends on this extension, names itself, brings its types and deciders, and is wired to AWS. */
package dev.tradewind.quarkus;

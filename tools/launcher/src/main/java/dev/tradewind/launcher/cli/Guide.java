package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.Platform;

/** What to do next, after {@code up}. */
final class Guide {

  private Guide() {}

  static void print(Output out, Platform platform, boolean keep) {
    out.line("");
    out.line("Tradewind is up, on " + platform.endpoint() + (keep ? ", keeping its data in .tradewind/data." : "; its data ends with it."));
    for (Component component : platform.topology().components()) {
      out.line("  %-12s %s%s".formatted(component.name(), platform.url(component.name()), component.isService() ? "/q/health" : ""));
    }
    out.line("");
    out.line("Next:  ./tradewind order samples/hello.jsonl    place one order and watch it end");
    out.line("       ./tradewind order samples/orders.jsonl   place a thousand");
    out.line("       ./tradewind status | logs SERVICE | dev SERVICE | down");
  }
}

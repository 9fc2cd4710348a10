package dev.tradewind.launcher.cli;

import dev.tradewind.launcher.platform.Topology;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Prints the token and nothing else, so that it can stand in another command line. */
@Command(name = "token", description = "Print a token for the gateway, from the stand-in issuer: -H \"Authorization: Bearer $(./tradewind token --operator)\".")
final class TokenCommand implements Callable<Integer> {

  private static final int MINUTES_A_DAY = 1_440;

  /** Whom the token is about. */
  private static final class Who {

    @Option(names = "--customer", paramLabel = "ID", required = true, description = "For this customer: 1 to 64 letters, digits, - or _.")
    private Optional<String> customer = Optional.empty();

    @Option(names = "--operator", required = true, description = "For an operator.")
    private boolean operator;
  }

  @ArgGroup(multiplicity = "1")
  private Who who;

  @Option(names = "--minutes", paramLabel = "N", defaultValue = "60", description = "How long it is valid, at most a day (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(names = "--partners-url", description = "The partners, which hold the issuer. Default: the running ones, http://127.0.0.1:8090.")
  private Optional<URI> partnersUrl = Optional.empty();

  private final Context context;

  TokenCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (minutes < 1 || minutes > MINUTES_A_DAY) {
      throw new WrongOptionException("--minutes is " + minutes + "; expected 1 to " + MINUTES_A_DAY);
    }
    String whom = who.customer.map(id -> "customer=" + URLEncoder.encode(id, StandardCharsets.UTF_8)).orElse(Issuer.OPERATOR);
    context.output().out().println(new Issuer(partnersUrl.orElseGet(() -> context.url(Topology.PARTNERS))).token(whom, Duration.ofMinutes(minutes)));
    return Exit.OK;
  }
}

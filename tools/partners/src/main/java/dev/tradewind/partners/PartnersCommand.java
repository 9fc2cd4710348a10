package dev.tradewind.partners;

import dev.tradewind.partners.faults.Latency;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command line. Standard output carries the one line that says where the partners answer; logs go to standard error. */
@Command(
    name = "partners",
    description = "Stand-ins for a payment provider, a carrier and a token issuer over HTTP.",
    usageHelpAutoWidth = true,
    sortOptions = false)
final class PartnersCommand implements Callable<Integer> {

  private static final int FAILED = 1;
  private static final int PORT_IN_USE = 2;

  @Option(names = "--host", defaultValue = "127.0.0.1", description = "Address to listen on (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(names = "--port", defaultValue = "8090", description = "Port to listen on, 0 for a free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(names = "--data", paramLabel = "DIR", description = "Directory that keeps ledgers, bookings and keys over a restart (default: memory only).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--latency-ms", paramLabel = "MS|MIN-MAX", defaultValue = "0", converter = LatencyOption.class,
      description = "How long every partner call takes at least, such as 3 or 2-5 (default: ${DEFAULT-VALUE}).")
  private Latency latency;

  @Option(names = "--slow-ms", paramLabel = "MS", defaultValue = "3000",
      description = "How late the answer of a slow test value is (default: ${DEFAULT-VALUE}).")
  private int slowMs;

  @Option(names = "--help", usageHelp = true, description = "Show this help and exit.")
  private boolean help;

  @Spec
  private CommandSpec spec;

  public static void main(String[] args) {
    // Netty asks for sun.misc.Unsafe otherwise, about which JDK 25 warns at every start.
    System.setProperty("io.netty.noUnsafe", "true");
    System.setProperty("java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT.%1$tL%1$tz %4$s %3$s %5$s%6$s%n");
    System.exit(new CommandLine(new PartnersCommand()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    Partners partners;
    try {
      partners = Partners.start(new Settings(host, port, data, latency, Duration.ofMillis(slowMs)));
    } catch (BindException e) {
      return refuse("port %d on %s cannot be taken (%s): stop its owner or choose another with --port".formatted(port, host, e.getMessage()), PORT_IN_USE);
    } catch (IOException | IllegalArgumentException e) {
      return refuse(e.getMessage(), FAILED);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(partners), "stop"));
    var out = spec.commandLine().getOut();
    out.println("partners ready " + partners.url());
    out.flush();
    // The process ends by a signal, which runs the hook above.
    new CountDownLatch(1).await();
    return 0;
  }

  private static void stop(Partners partners) {
    try {
      partners.close();
    } catch (IOException e) {
      System.getLogger(PartnersCommand.class.getName()).log(Level.ERROR, "event=stop-failed", e);
    }
  }

  private int refuse(String why, int exitCode) {
    spec.commandLine().getErr().println("partners: " + why);
    return exitCode;
  }

  static final class LatencyOption implements CommandLine.ITypeConverter<Latency> {
    @Override
    public Latency convert(String text) {
      try {
        return Latency.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}

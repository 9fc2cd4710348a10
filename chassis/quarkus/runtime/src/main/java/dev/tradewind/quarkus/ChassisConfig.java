package dev.tradewind.quarkus;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.util.Optional;

/** Every setting of the chassis. Services put their own beside them, under the same first word. */
@ConfigMapping(prefix = "tradewind")
public interface ChassisConfig {

  /** Name of this service, such as {@code orders}: its table, queues and topic are named after it. */
  String service();

  /** What the names of all AWS resources start with. */
  @WithDefault("tradewind-")
  String prefix();

  /** Where AWS is, and how it is spoken to. */
  Aws aws();

  /** How queues are read. */
  Queues queues();

  /** How the journal is used. */
  Journals journal();

  /** Where every commit is put. */
  Log log();

  /** Where AWS is. */
  interface Aws {

    /** URL of an AWS-compatible endpoint; AWS itself when empty. */
    Optional<String> endpoint();

    /** The region topics are in. */
    @WithDefault("us-east-1")
    String region();

    /** The account that owns the topics. */
    @WithName("account-id")
    @WithDefault("000000000000")
    String accountId();

    /** How long after a request the next message to the same place waits for others to be sent with it, in milliseconds. */
    @WithDefault("10")
    int lingerMillis();
  }

  /** How queues are read. */
  interface Queues {

    /** Long polls in flight a queue. */
    @WithDefault("1")
    int polls();

    /** How long a poll waits for messages, in seconds; 0 to 20. */
    @WithDefault("20")
    int waitSeconds();

    /** Messages received and not yet acknowledged, at most, a queue. */
    @WithDefault("64")
    int maxInFlight();

    /** How long a message stays hidden without a heartbeat, in seconds: how soon another takes over from an instance that died. */
    @WithDefault("5")
    int visibilitySeconds();

    /** How long messages under way may take to finish at shutdown, in seconds. */
    @WithDefault("12")
    int drainSeconds();
  }

  /** The Kinesis stream of every commit, for those who write it and those who read it. */
  static String logStream(ChassisConfig config) {
    return config.log().stream().orElse(config.prefix() + "events");
  }

  /** Where every commit is put. */
  interface Log {

    /** The Kinesis stream; {@code <prefix>events} when empty. */
    Optional<String> stream();

    /** URL of an endpoint that speaks Kinesis; when empty that of all of AWS, if one is set. */
    Optional<String> endpointOverride();
  }

  /** How the journal is used. */
  interface Journals {

    /** Streams whose commits are kept in memory, so that their next step needs no read; those used last. */
    @WithDefault("1000")
    int rememberedStreams();
  }
}

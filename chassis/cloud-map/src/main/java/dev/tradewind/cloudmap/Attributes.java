package dev.tradewind.cloudmap;

/** The attributes of an instance that mean something here. The names that begin with {@code AWS_} are Cloud Map's own. */
public final class Attributes {

  public static final String IPV4 = "AWS_INSTANCE_IPV4";
  public static final String PORT = "AWS_INSTANCE_PORT";
  /** The name that Amazon ECS gives it too. */
  public static final String ZONE = "AVAILABILITY_ZONE";
  public static final String VERSION = "VERSION";
  /** When the instance last said that it is alive, by its own clock, as ISO 8601. Without it, an instance is never taken for dead. */
  public static final String HEARTBEAT = "HEARTBEAT";

  private Attributes() {}
}

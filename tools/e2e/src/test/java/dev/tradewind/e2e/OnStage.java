package dev.tradewind.e2e;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The scenarios of this class play on the stage of that name, which classes with the same name share. They take it as a parameter. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(Stages.class)
@interface OnStage {

  /** The name, also that of the stage's directory under {@code target/e2e}. */
  String value();

  /** Whether what the cloud and the partners know survives when they stop. */
  boolean keepsData() default false;

  /**
   * The services on the stage; if nothing is said, all behind the gateway but the catalog: there orders may be for products that nobody told
   * the catalog of.
   */
  String[] services() default {};

  /** How many instances of each of them, but for the gateway. */
  int instances() default 1;

  /**
   * Where the stage stands, in the middle if nothing is said. On a place stands one stage after the other. Classes that play on another place than
   * the middle do so at the same time, because they mostly wait: with {@code @Execution(CONCURRENT)}, and a {@code @ResourceLock} of the place's
   * name, so that they do it one after the other among themselves.
   */
  String place() default "middle";
}

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
   * Whether the stage stands beside the one that the other classes play on, because its scenarios mostly wait. Its classes play at the same time
   * as those, with {@code @Execution(CONCURRENT)}, and one after the other among themselves, with a {@code @ResourceLock} of the stage's name.
   */
  boolean beside() default false;
}

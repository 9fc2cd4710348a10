package dev.tradewind.quarkus.guard;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Calls go through a guard: the {@link HttpGuard} that is produced with {@code @Identifier} of this name. Made for REST clients, on the
 * interface or on a method, which is then what counts for it. Methods return {@code Uni}.
 */
@Inherited
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Guarded {

  /** Name of the guard. */
  @Nonbinding
  String value() default "";

  /** Whether a call made twice does what it does made once, so that it may be made again when it failed. */
  @Nonbinding
  boolean idempotent() default false;
}

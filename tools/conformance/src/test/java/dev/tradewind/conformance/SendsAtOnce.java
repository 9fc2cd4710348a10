package dev.tradewind.conformance;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Uploads without asking first. The client of the JDK asks on a kept connection too, and when the server has just closed that one, fails
 * with an error that the SDK does not repeat.
 */
final class SendsAtOnce implements ExecutionInterceptor {

  @Override
  public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    return context.httpRequest().toBuilder().removeHeader("Expect").build();
  }
}

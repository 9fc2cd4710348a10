package dev.tradewind.e2e;

import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;

/** Classes of one stage after the other, and how many there are of each. */
final class StageByStage implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(StageByStage::stage).thenComparing(one -> one.getTestClass().getName()));
    Stages.expect(context.getClassDescriptors().stream().collect(Collectors.groupingBy(StageByStage::stage, Collectors.counting())));
  }

  private static String stage(ClassDescriptor one) {
    return one.findAnnotation(OnStage.class).map(OnStage::value).orElse("");
  }
}

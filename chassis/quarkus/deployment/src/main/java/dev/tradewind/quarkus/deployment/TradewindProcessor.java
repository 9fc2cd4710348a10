package dev.tradewind.quarkus.deployment;

import io.quarkus.deployment.annotations.BuildProducer;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.builditem.CombinedIndexBuildItem;
import io.quarkus.deployment.builditem.FeatureBuildItem;
import io.quarkus.deployment.builditem.IndexDependencyBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveHierarchyBuildItem;
import io.quarkus.deployment.util.JandexUtil;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Type;

/** What a native image must know: every record that is written as JSON. Found by type, so that a service author lists nothing. */
class TradewindProcessor {

  private static final DotName DECIDER = DotName.createSimple("dev.tradewind.core.Decider");
  private static final DotName COMMAND = DotName.createSimple("dev.tradewind.core.Command");
  private static final DotName EVENT = DotName.createSimple("dev.tradewind.core.Event");
  private static final int EVENTS_OF_DECIDER = 2;

  @BuildStep
  FeatureBuildItem feature() {
    return new FeatureBuildItem("tradewind");
  }

  @BuildStep
  void index(BuildProducer<IndexDependencyBuildItem> indexed) {
    indexed.produce(new IndexDependencyBuildItem("dev.tradewind", "tradewind-core"));
    indexed.produce(new IndexDependencyBuildItem("dev.tradewind", "tradewind-contracts"));
  }

  /** The AWS clients load the request meter by its name. */
  @BuildStep
  ReflectiveClassBuildItem requestMeter() {
    return ReflectiveClassBuildItem.builder("dev.tradewind.quarkus.RequestMeter").constructors().build();
  }

  /** Commands and events of the contracts, with everything inside them. */
  @BuildStep
  void contracts(CombinedIndexBuildItem combined, BuildProducer<ReflectiveHierarchyBuildItem> reflective) {
    implementors(combined.getIndex(), COMMAND, reflective);
    implementors(combined.getIndex(), EVENT, reflective);
  }

  /** The events in a service's own journal: whatever its deciders say their events are. */
  @BuildStep
  void journals(CombinedIndexBuildItem combined, BuildProducer<ReflectiveHierarchyBuildItem> reflective) {
    var index = combined.getIndex();
    for (var decider : index.getAllKnownImplementors(DECIDER)) {
      var events = JandexUtil.resolveTypeParameters(decider.name(), DECIDER, index).get(EVENTS_OF_DECIDER);
      implementors(index, events.name(), reflective);
    }
  }

  private static void implementors(IndexView index, DotName type, BuildProducer<ReflectiveHierarchyBuildItem> reflective) {
    for (var implementor : index.getAllKnownImplementors(type)) {
      reflective.produce(ReflectiveHierarchyBuildItem
          .builder(Type.create(implementor.name(), Type.Kind.CLASS))
          .index(index)
          .source(TradewindProcessor.class.getSimpleName() + " > " + type)
          .build());
    }
  }
}

package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResourcesTest {

  private final List<String> steps = new ArrayList<>();
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  ResourcesTest() {
    List.of("Table", "Queue", "Topic", "Subscription", "Stream", "Bucket", "ConfigMap").forEach(kind -> kinds.put(kind, new Kind() {
      @Override
      public Change apply(Manifest manifest) {
        steps.add(kind);
        return Change.CREATED;
      }

      @Override
      public void await(Manifest manifest) {
        steps.add("await " + kind);
      }
    }));
  }

  @Test
  void subscriptionsComeAfterTheTopicsAndQueuesTheyJoinAndWaitingComesLast() {
    Applied applied = Resources.apply(Rendered.local(), kinds);

    assertThat(steps.stream().distinct()).containsExactly("Table", "Queue", "Topic", "Subscription", "Stream", "Bucket", "ConfigMap",
        "await Table", "await Queue", "await Topic", "await Subscription", "await Stream", "await Bucket", "await ConfigMap");
    assertThat(applied.lines()).containsExactly(
        "Table         14 created   0 updated   0 unchanged",
        "Queue         24 created   0 updated   0 unchanged",
        "Topic          7 created   0 updated   0 unchanged",
        "Subscription  10 created   0 updated   0 unchanged",
        "Stream         1 created   0 updated   0 unchanged",
        "Bucket         1 created   0 updated   0 unchanged",
        "ConfigMap      1 created   0 updated   0 unchanged",
        "Role, Function, Alias, Rule: not created from here, only by a cluster's controllers; "
            + "./tradewind janitor does by hand what the function does");
  }

  @Test
  void aKindTheLauncherDoesNotKnowIsRefusedBeforeAnythingIsApplied() {
    List<Manifest> manifests = new ArrayList<>(Rendered.local());
    manifests.add(Rendered.manifest("Instance", "{}"));

    assertThatThrownBy(() -> Resources.apply(manifests, kinds)).isInstanceOf(ResourceException.class)
        .hasMessage("Instance thing: kind: the launcher applies [Table, Queue, Topic, Subscription, Stream, Bucket, ConfigMap] and no other kind");
    assertThat(steps).isEmpty();
  }
}

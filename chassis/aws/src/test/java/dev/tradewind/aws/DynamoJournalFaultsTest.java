package dev.tradewind.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradewind.aws.Parcels.Happening;
import dev.tradewind.core.Append;
import dev.tradewind.core.Append.AlreadyOurs;
import dev.tradewind.core.Append.Appended;
import dev.tradewind.core.Append.Conflict;
import dev.tradewind.core.Commit;
import dev.tradewind.core.StreamId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;

class DynamoJournalFaultsTest {

  private final FaultyProxy proxy = new FaultyProxy(LocalCloud.endpoint());
  private final Cloud cloud = new Cloud(proxy.endpoint());
  private final StreamId stream = Parcels.stream();
  private DynamoJournal<Happening> journal;

  @BeforeEach
  void create() {
    journal = new DynamoJournal<>(cloud.dynamo, cloud.table(), Parcels.CODEC, Happening.class);
  }

  @AfterEach
  void stop() {
    cloud.close();
    proxy.close();
  }

  @Test
  void an_append_is_one_request() {
    assertThat(append(Parcels.packed(stream, "m-1"))).isInstanceOf(Appended.class);

    assertThat(proxy.operations()).containsOnlyOnce("PutItem").doesNotContain("GetItem", "Query");
  }

  @Test
  void an_append_whose_answer_was_lost_finds_out_by_itself_that_it_succeeded() {
    var commit = Parcels.packed(stream, "m-1");
    proxy.loseNextAnswer("PutItem");

    assertThat(append(commit)).isEqualTo(new AlreadyOurs<>(commit));

    assertThat(proxy.count("PutItem")).isEqualTo(2);
    assertThat(commits()).containsExactly(commit);
  }

  @Test
  void an_append_whose_every_answer_was_lost_fails_and_is_found_to_be_ours_when_repeated() {
    var commit = Parcels.packed(stream, "m-1");
    for (int attempt = 1; attempt <= 3; attempt++) {
      proxy.loseNextAnswer("PutItem");
    }
    assertThatThrownBy(() -> append(commit)).isInstanceOf(SdkClientException.class);

    assertThat(append(commit)).isEqualTo(new AlreadyOurs<>(commit));
  }

  @Test
  void a_lost_answer_does_not_hide_that_someone_else_was_first() {
    var theirs = Parcels.packed(stream, "m-1");
    append(theirs);
    proxy.loseNextAnswer("PutItem");

    assertThat(append(Parcels.packed(stream, "m-2"))).isEqualTo(new Conflict<>(theirs));
  }

  @Test
  void a_service_that_fails_twice_is_asked_a_third_time() {
    proxy.refuseNext("PutItem", 500);
    proxy.refuseNext("PutItem", 503);

    assertThat(append(Parcels.packed(stream, "m-1"))).isInstanceOf(Appended.class);
  }

  @Test
  void a_service_that_fails_three_times_fails_the_append_and_nothing_is_written() {
    for (int attempt = 1; attempt <= 3; attempt++) {
      proxy.refuseNext("PutItem", 500);
    }

    assertThatThrownBy(() -> append(Parcels.packed(stream, "m-1"))).isInstanceOf(DynamoDbException.class);

    assertThat(proxy.count("PutItem")).isEqualTo(3);
    assertThat(commits()).isEmpty();
  }

  @Test
  void without_a_service_reads_and_appends_fail() {
    proxy.down();

    assertThatThrownBy(() -> append(Parcels.packed(stream, "m-1"))).isInstanceOf(SdkClientException.class);
    assertThatThrownBy(this::commits).isInstanceOf(SdkClientException.class);
  }

  @Test
  void without_the_table_the_error_says_so() {
    var nowhere = new DynamoJournal<>(cloud.dynamo, "no-such-table", Parcels.CODEC, Happening.class);

    assertThatThrownBy(() -> nowhere.read(stream).await().atMost(Duration.ofSeconds(10))).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void an_endpoint_that_does_not_return_the_item_in_the_way_is_named() {
    append(Parcels.packed(stream, "m-1"));
    proxy.changeNextAnswer("PutItem", answer -> answer.replaceAll("\"Item\"", "\"Nothing\""));

    assertThatThrownBy(() -> append(Parcels.packed(stream, "m-2")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ReturnValuesOnConditionCheckFailure");
  }

  private Append<Happening> append(Commit<Happening> commit) {
    return journal.append(commit).await().atMost(Duration.ofSeconds(20));
  }

  private List<Commit<Happening>> commits() {
    return journal.read(stream).await().atMost(Duration.ofSeconds(20)).commits();
  }
}

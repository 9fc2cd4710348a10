package dev.tradewind.queries.views;

import dev.tradewind.queries.domain.OrderQuery;
import dev.tradewind.queries.domain.OrderQuery.Scope.InState;
import dev.tradewind.queries.domain.OrderQuery.Scope.OfCustomer;
import dev.tradewind.queries.domain.OrderQuery.Sort;
import dev.tradewind.queries.domain.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** A page of a list in DynamoDB's words: one bounded read for each partition of the index. */
final class IndexReads {

  private static final String BY_CUSTOMER = "by-customer";
  private static final String BY_STATE = "by-state";
  /** Views looked at in one partition for one page, at most, when only some of them fit. */
  private static final int MOST_EXAMINED = 200;

  private IndexReads() {}

  static List<QueryRequest> of(String table, OrderQuery query, Optional<Position> after, int limit) {
    return switch (query.scope()) {
      case OfCustomer(var customer, var state) -> List.of(request(table, BY_CUSTOMER, ViewItem.CUSTOMER, customer, query, after, limit));
      case InState(var state) -> ViewItem.slices(state).stream()
          .map(slice -> request(table, BY_STATE, ViewItem.SLICE, slice, query, after, limit)).toList();
    };
  }

  private static QueryRequest request(
      String table, String index, String key, String partition, OrderQuery query, Optional<Position> after, int limit) {
    var span = query.span(after);
    var names = new HashMap<>(Map.of("#partition", key, "#placed", ViewItem.PLACED));
    var values = new HashMap<>(Map.of(
        ":partition", AttributeValue.fromS(partition), ":low", AttributeValue.fromS(span.low()), ":high", AttributeValue.fromS(span.high())));
    var request = QueryRequest.builder()
        .tableName(table)
        .indexName(index)
        .keyConditionExpression("#partition = :partition AND #placed BETWEEN :low AND :high")
        .scanIndexForward(query.sort() == Sort.OLDEST)
        // One more shows whether there is a next page, and one may be the last view of the page before.
        .limit(query.filters() ? MOST_EXAMINED : limit + 2)
        .returnConsumedCapacity(ReturnConsumedCapacity.INDEXES);
    var filters = filters(query, names, values);
    if (!filters.isEmpty()) {
      request.filterExpression(String.join(" AND ", filters));
    }
    return request.expressionAttributeNames(names).expressionAttributeValues(values).build();
  }

  private static List<String> filters(OrderQuery query, Map<String, String> names, Map<String, AttributeValue> values) {
    var filters = new ArrayList<String>();
    if (query.scope() instanceof OfCustomer(var customer, var state) && state.isPresent()) {
      names.put("#state", ViewItem.STATE);
      values.put(":state", AttributeValue.fromS(state.get().name()));
      filters.add("#state = :state");
    }
    query.sku().ifPresent(sku -> {
      names.put("#skus", ViewItem.SKUS);
      values.put(":sku", AttributeValue.fromS(sku));
      filters.add("contains(#skus, :sku)");
    });
    return filters;
  }
}

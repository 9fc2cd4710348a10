package dev.tradewind.localcloud.sns.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FilterPolicyTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static boolean accepts(String policy, String message) throws JsonProcessingException {
    return FilterPolicy.parse(policy, FilterScope.BODY).accepts(JSON.readTree(message));
  }

  @ParameterizedTest(name = "{0} | {1} | {2}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      # exact values
      {"k":["a"]}                        | {"k":"a"}              | true
      {"k":["a"]}                        | {"k":"A"}              | false
      {"k":["a"]}                        | {"k":"ab"}             | false
      {"k":["a","b"]}                    | {"k":"b"}              | true
      {"k":[""]}                         | {"k":""}               | true
      {"k":["a"]}                        | {}                     | false
      {"k":["a"]}                        | {"k":null}             | false
      {"k":[null]}                       | {"k":null}             | true
      {"k":[null]}                       | {}                     | false
      {"k":[true]}                       | {"k":true}             | true
      {"k":[true]}                       | {"k":"true"}           | false
      {"k":[5]}                          | {"k":5}                | true
      {"k":[5]}                          | {"k":5.0}              | true
      {"k":[300]}                        | {"k":3.0e2}            | true
      {"k":[5]}                          | {"k":"5"}              | false
      {"k":["5"]}                        | {"k":5}                | false
      {"k":[-0.5]}                       | {"k":-0.50}            | true
      # arrays: one element suffices
      {"k":["a"]}                        | {"k":["x","a"]}        | true
      {"k":["a"]}                        | {"k":["x"]}            | false
      {"k":["a"]}                        | {"k":[]}               | false
      {"k":[2]}                          | {"k":[1,2]}            | true
      # all keys, any value
      {"k":["a"],"l":["b"]}              | {"k":"a","l":"b"}      | true
      {"k":["a"],"l":["b"]}              | {"k":"a"}              | false
      {"k":["a"],"l":["b"]}              | {"k":"a","l":"c"}      | false
      {"k":["a"]}                        | {"k":"a","other":1}    | true
      {}                                 | {"k":"a"}              | true
      # prefix, suffix, equals-ignore-case
      {"k":[{"prefix":"ab"}]}            | {"k":"abc"}            | true
      {"k":[{"prefix":"ab"}]}            | {"k":"ab"}             | true
      {"k":[{"prefix":"ab"}]}            | {"k":"a"}              | false
      {"k":[{"prefix":"ab"}]}            | {"k":"xab"}            | false
      {"k":[{"prefix":"1"}]}             | {"k":12}               | false
      {"k":[{"suffix":".v1"}]}           | {"k":"x.v1"}           | true
      {"k":[{"suffix":".v1"}]}           | {"k":"x.v11"}          | false
      {"k":[{"equals-ignore-case":"Ab"}]}| {"k":"aB"}             | true
      {"k":[{"equals-ignore-case":"Ab"}]}| {"k":"abc"}            | false
      {"k":["x",{"prefix":"ab"}]}        | {"k":"x"}              | true
      {"k":["x",{"prefix":"ab"}]}        | {"k":"abx"}            | true
      # anything-but
      {"k":[{"anything-but":["a","b"]}]} | {"k":"c"}              | true
      {"k":[{"anything-but":["a","b"]}]} | {"k":"b"}              | false
      {"k":[{"anything-but":"a"}]}       | {"k":"a"}              | false
      {"k":[{"anything-but":"a"}]}       | {"k":"b"}              | true
      {"k":[{"anything-but":["a"]}]}     | {}                     | false
      {"k":[{"anything-but":[1,2]}]}     | {"k":3}                | true
      {"k":[{"anything-but":[1,2]}]}     | {"k":2.0}              | false
      {"k":[{"anything-but":["a"]}]}     | {"k":["a","b"]}        | true
      {"k":[{"anything-but":["a"]}]}     | {"k":["a"]}            | false
      {"k":[{"anything-but":{"prefix":"a"}}]} | {"k":"ab"}        | false
      {"k":[{"anything-but":{"prefix":"a"}}]} | {"k":"b"}         | true
      {"k":[{"anything-but":{"suffix":"a"}}]} | {"k":"ba"}        | false
      # exists
      {"k":[{"exists":true}]}            | {"k":""}               | true
      {"k":[{"exists":true}]}            | {"k":null}             | true
      {"k":[{"exists":true}]}            | {"k":["a"]}            | true
      {"k":[{"exists":true}]}            | {}                     | false
      {"k":[{"exists":false}]}           | {}                     | true
      {"k":[{"exists":false}]}           | {"k":0}                | false
      {"k":["a",{"exists":false}]}       | {"l":"b"}              | true
      {"k":["a",{"exists":false}]}       | {"k":"b"}              | false
      # numeric
      {"k":[{"numeric":["=",5]}]}        | {"k":5.0}              | true
      {"k":[{"numeric":["=",5]}]}        | {"k":5.1}              | false
      {"k":[{"numeric":["<",5]}]}        | {"k":4.9}              | true
      {"k":[{"numeric":["<",5]}]}        | {"k":5}                | false
      {"k":[{"numeric":["<=",5]}]}       | {"k":5}                | true
      {"k":[{"numeric":[">",5]}]}        | {"k":5}                | false
      {"k":[{"numeric":[">",5]}]}        | {"k":5.01}             | true
      {"k":[{"numeric":[">=",5]}]}       | {"k":5}                | true
      {"k":[{"numeric":[">",0,"<=",5]}]} | {"k":5}                | true
      {"k":[{"numeric":[">",0,"<=",5]}]} | {"k":0}                | false
      {"k":[{"numeric":[">=",-1,"<",1]}]}| {"k":-1}               | true
      {"k":[{"numeric":[">=",-1,"<",1]}]}| {"k":1}                | false
      {"k":[{"numeric":[">",0]}]}        | {"k":"1"}              | false
      {"k":[{"numeric":[">",0]}]}        | {}                     | false
      # nested keys
      {"a":{"b":["x"]}}                  | {"a":{"b":"x"}}        | true
      {"a":{"b":["x"]}}                  | {"a":{"b":"y"}}        | false
      {"a":{"b":["x"]}}                  | {"a":"x"}              | false
      {"a":{"b":["x"]}}                  | {"b":"x"}              | false
      {"a":{"b":{"c":[1]}}}              | {"a":{"b":{"c":1}}}    | true
      {"a":{"b":["x"]}}                  | {"a":[{"b":"y"},{"b":"x"}]} | true
      {"a":{"b":["x"],"c":[1]}}          | {"a":[{"b":"x","c":2},{"b":"y","c":1}]} | false
      {"a":{"b":["x"],"c":[1]}}          | {"a":[{"b":"x","c":1}]}| true
      {"a":{"b":[{"exists":false}]}}     | {}                     | true
      {"a":{"b":[{"exists":true}]}}      | {"a":{"b":1}}          | true
      # alternatives
      {"$or":[{"a":[1]},{"b":[2]}]}      | {"b":2}                | true
      {"$or":[{"a":[1]},{"b":[2]}]}      | {"a":2,"b":1}          | false
      {"k":["x"],"$or":[{"a":[1]},{"b":[2]}]} | {"k":"x","a":1}   | true
      {"k":["x"],"$or":[{"a":[1]},{"b":[2]}]} | {"a":1}           | false
      {"$or":[{"a":[1],"c":[3]},{"b":[2]}]} | {"a":1}             | false
      {"a":{"$or":[{"b":[1]},{"c":[2]}]}}| {"a":{"c":2}}          | true
      {"$or":["x"]}                      | {"$or":"x"}            | true
      {"$or":[{"prefix":"x"},{"suffix":"y"}]} | {"$or":"xz"}      | true
      # what is no object
      {"k":["a"]}                        | ["a"]                  | false
      {"k":["a"]}                        | "a"                    | false
      {}                                 | []                     | false
      """)
  void a_policy_accepts_what_the_documentation_says(String policy, String message, boolean accepted) throws Exception {
    assertThat(accepts(policy, message)).isEqualTo(accepted);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
      not json                                | failed to parse JSON
      ["a"]                                   | not an object
      "a"                                     | not an object
      {"k":"a"}                               | "k" must be an object or an array
      {"k":5}                                 | "k" must be an object or an array
      {"k":[]}                                | Empty arrays
      {"k":{}}                                | Empty objects
      {"k":[["a"]]}                           | Match value must be
      {"k":[{}]}                              | Match value must be
      {"k":[{"prefix":"a","suffix":"b"}]}     | Match value must be
      {"k":[{"regex":"a"}]}                   | Unrecognized match type regex
      {"k":[{"prefix":5}]}                    | prefix match pattern must be a string
      {"k":[{"exists":"yes"}]}                | exists match pattern must be either true or false
      {"k":[{"anything-but":[true]}]}         | anything-but
      {"k":[{"anything-but":[]}]}             | anything-but
      {"k":[{"numeric":[]}]}                  | numeric
      {"k":[{"numeric":["~",5]}]}             | Unrecognized numeric range operator: ~
      {"k":[{"numeric":["=",1,"<",5]}]}       | Too many elements
      {"k":[{"numeric":["<",1,">",5]}]}       | Too many elements
      {"k":[{"numeric":[">",5,"<",1]}]}       | Bottom must be less than top
      {"k":[{"numeric":[">",1,">",5]}]}       | Bad numeric range operator: >
      {"k":[{"numeric":["<","5"]}]}           | Numeric values must be between
      {"k":[1000000001]}                      | Numeric values must be between
      {"a":["1"],"b":["1"],"c":["1"],"d":["1"],"e":["1"],"f":["1"]} | more than 5 keys
      """)
  void a_policy_that_SNS_would_refuse_is_refused_with_the_reason(String policy, String reason) {
    var refused = catchThrowableOfType(
        InvalidFilterPolicyException.class, () -> FilterPolicy.parse(policy, FilterScope.BODY));
    assertThat(refused).hasMessageContaining(reason);
  }

  @Test
  void a_policy_over_attributes_has_no_nested_keys() {
    var refused = catchThrowableOfType(InvalidFilterPolicyException.class,
        () -> FilterPolicy.parse("{\"a\":{\"b\":[\"x\"]}}", FilterScope.ATTRIBUTES));
    assertThat(refused).hasMessageContaining("does not support nested");
  }

  @Test
  void a_policy_has_150_combinations_of_values_at_most() {
    assertThat(FilterPolicy.parse("{\"a\":%s,\"b\":%s}".formatted(numbers(15), numbers(10)), FilterScope.BODY)).isNotNull();
    assertThat(catchThrowableOfType(InvalidFilterPolicyException.class,
        () -> FilterPolicy.parse("{\"a\":%s,\"b\":%s}".formatted(numbers(16), numbers(10)), FilterScope.BODY)))
        .hasMessageContaining("too complex");
    assertThat(catchThrowableOfType(InvalidFilterPolicyException.class,
        () -> FilterPolicy.parse("{\"x\":{\"a\":%s},\"b\":%s}".formatted(numbers(10), numbers(10)), FilterScope.BODY)))
        .hasMessageContaining("too complex");
  }

  private static String numbers(int count) {
    return IntStream.range(0, count).boxed().toList().toString();
  }

  @Test
  void a_scope_is_one_of_two() {
    assertThat(FilterScope.of("MessageBody")).isEqualTo(FilterScope.BODY);
    assertThat(FilterScope.of("MessageAttributes")).isEqualTo(FilterScope.ATTRIBUTES);
    assertThat(catchThrowableOfType(InvalidFilterPolicyException.class, () -> FilterScope.of("Body")))
        .hasMessageContaining("Body");
  }
}

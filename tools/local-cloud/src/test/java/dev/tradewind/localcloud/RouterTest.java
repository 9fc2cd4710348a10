package dev.tradewind.localcloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RouterTest {

  /** Answers its own name and what it was sent. */
  private record Echo(String name, Set<String> targetPrefixes, Set<String> actions, boolean ownsPaths, AtomicBoolean up)
      implements CloudService {

    @Override
    public boolean healthy() {
      return up.get();
    }

    @Override
    public void handle(Request request, Response response, Callback callback) throws Exception {
      Content.Sink.write(response, true, name + ":" + Content.Source.asString(request), callback);
    }

    @Override
    public void close() {
      up.set(false);
    }
  }

  private final Echo json = new Echo("json", Set.of("Json_1.", "JsonStreams_1."), Set.of(), false, new AtomicBoolean(true));
  private final Echo forms = new Echo("forms", Set.of(), Set.of("Shout", "Whisper"), false, new AtomicBoolean(true));
  private final Echo paths = new Echo("paths", Set.of(), Set.of(), true, new AtomicBoolean(true));
  private final Server server = new Server();
  private Endpoint endpoint;

  @BeforeEach
  void start() throws Exception {
    var connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(new Router(List.of(json, forms, paths)));
    server.start();
    endpoint = new Endpoint(URI.create("http://127.0.0.1:" + connector.getLocalPort()));
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void the_target_header_decides_first() {
    assertThat(endpoint.json("forms", "Json_1.Do", "{}").body()).isEqualTo("json:{}");
    assertThat(endpoint.json("forms", "JsonStreams_1.Do", "{}").body()).isEqualTo("json:{}");
  }

  @Test
  void the_credential_scope_decides_when_there_is_no_known_target() {
    assertThat(endpoint.form("forms", "Anything").body()).isEqualTo("forms:Action=Anything");
    assertThat(endpoint.json("forms", "Unknown_1.Do", "{}").body()).isEqualTo("forms:{}");
  }

  @Test
  void the_action_of_a_form_decides_when_nothing_is_signed_and_the_body_is_still_there() {
    assertThat(endpoint.form("", "Whisper", "Text=a b&c").body()).isEqualTo("forms:Action=Whisper&Text=a+b%26c");
  }

  @Test
  void the_action_may_be_in_the_query_string() {
    assertThat(endpoint.get("/?Action=Shout").body()).isEqualTo("forms:");
    assertThat(endpoint.get("/some/path?Version=1&Action=Shout").body()).isEqualTo("forms:");
  }

  @Test
  void the_path_decides_when_there_is_nothing_else() {
    assertThat(endpoint.get("/some/path").body()).isEqualTo("paths:");
    assertThat(endpoint.get("/some/path?Version=1&Action=Shout").body()).isEqualTo("forms:");
    assertThat(endpoint.json("json", "Json_1.Do", "{}").body()).isEqualTo("json:{}");
  }

  @Test
  void a_call_for_no_service_here_is_refused_with_what_was_expected() {
    for (var answer : List.of(endpoint.get("/"), endpoint.form("", "Unknown"), endpoint.form("unknown", "Unknown"))) {
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.body()).contains("X-Amz-Target", "credential scope", "Action", "json, forms, paths");
    }
  }

  @Test
  void health_is_200_when_all_services_are_up() {
    assertThat(endpoint.get("/health")).isEqualTo(new Endpoint.Answer(200,
        "{\"status\":\"up\",\"services\":{\"json\":\"up\",\"forms\":\"up\",\"paths\":\"up\"}}"));
  }

  @Test
  void health_is_503_when_a_service_is_down_and_recovers_with_it() {
    forms.up().set(false);
    assertThat(endpoint.get("/health")).isEqualTo(new Endpoint.Answer(503,
        "{\"status\":\"down\",\"services\":{\"json\":\"up\",\"forms\":\"down\",\"paths\":\"up\"}}"));
    forms.up().set(true);
    assertThat(endpoint.get("/health").status()).isEqualTo(200);
  }
}

package dev.tradewind.launcher.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.servicediscovery.ServiceDiscoveryClient;
import software.amazon.awssdk.services.servicediscovery.model.CreateHttpNamespaceRequest;
import software.amazon.awssdk.services.servicediscovery.model.CreateHttpNamespaceResponse;
import software.amazon.awssdk.services.servicediscovery.model.CreateServiceRequest;
import software.amazon.awssdk.services.servicediscovery.model.CreateServiceResponse;
import software.amazon.awssdk.services.servicediscovery.model.GetOperationRequest;
import software.amazon.awssdk.services.servicediscovery.model.GetOperationResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListNamespacesResponse;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesRequest;
import software.amazon.awssdk.services.servicediscovery.model.ListServicesResponse;
import software.amazon.awssdk.services.servicediscovery.model.NamespaceSummary;
import software.amazon.awssdk.services.servicediscovery.model.OperationStatus;
import software.amazon.awssdk.services.servicediscovery.model.OperationTargetType;
import software.amazon.awssdk.services.servicediscovery.model.ServiceSummary;

class DirectoryTest {

  private final FakeCloudMap cloudMap = new FakeCloudMap();
  private final Directory directory = new Directory(cloudMap);
  private final Manifest declared = Rendered.named(Rendered.onAws(), "ConfigMap", "tradewind-directory");

  @Test
  void theNamespaceAndEveryServiceAreCreatedAndThenLeftAlone() {
    assertThat(directory.apply(declared)).isEqualTo(Change.CREATED);
    assertThat(cloudMap.namespaces).containsExactly("tradewind");
    assertThat(cloudMap.services).contains("orders", "payments", "gateway").hasSize(10);

    assertThat(directory.apply(declared)).isEqualTo(Change.UNCHANGED);
  }

  @Test
  void aServiceThatIsMissingIsAddedToTheOthers() {
    directory.apply(declared);
    cloudMap.services.remove("catalog");

    assertThat(directory.apply(declared)).isEqualTo(Change.UPDATED);
    assertThat(cloudMap.services).contains("catalog").hasSize(10);
  }

  @Test
  void aNamespaceThatCannotBeCreatedIsToldWithTheReason() {
    cloudMap.outcome = OperationStatus.FAIL;

    assertThatThrownBy(() -> directory.apply(declared)).isInstanceOf(ResourceException.class)
        .hasMessage("ConfigMap tradewind-directory: namespace: Cloud Map could not create it: quota reached");
    assertThat(cloudMap.services).isEmpty();
  }

  /** Namespaces named as they are identified. */
  private static final class FakeCloudMap implements ServiceDiscoveryClient {
    private final List<String> namespaces = new ArrayList<>();
    private final Set<String> services = new LinkedHashSet<>();
    private OperationStatus outcome = OperationStatus.SUCCESS;

    @Override
    public ListNamespacesResponse listNamespaces(ListNamespacesRequest request) {
      return ListNamespacesResponse.builder().namespaces(namespaces.stream()
          .map(name -> NamespaceSummary.builder().name(name).id("ns-" + name).build()).toList()).build();
    }

    @Override
    public CreateHttpNamespaceResponse createHttpNamespace(CreateHttpNamespaceRequest request) {
      if (outcome == OperationStatus.SUCCESS) {
        namespaces.add(request.name());
      }
      return CreateHttpNamespaceResponse.builder().operationId("op-" + request.name()).build();
    }

    @Override
    public GetOperationResponse getOperation(GetOperationRequest request) {
      return GetOperationResponse.builder().operation(operation -> operation.status(outcome).errorMessage("quota reached")
          .targets(Map.of(OperationTargetType.NAMESPACE, "ns-" + request.operationId().substring(3)))).build();
    }

    @Override
    public ListServicesResponse listServices(ListServicesRequest request) {
      assertThat(request.filters().getFirst().values()).containsExactly("ns-tradewind");
      return ListServicesResponse.builder().services(services.stream().map(name -> ServiceSummary.builder().name(name).build()).toList()).build();
    }

    @Override
    public CreateServiceResponse createService(CreateServiceRequest request) {
      assertThat(request.namespaceId()).isEqualTo("ns-tradewind");
      assertThat(services.add(request.name())).as(request.name()).isTrue();
      return CreateServiceResponse.builder().build();
    }

    @Override
    public String serviceName() {
      return "servicediscovery";
    }

    @Override
    public void close() {}
  }
}

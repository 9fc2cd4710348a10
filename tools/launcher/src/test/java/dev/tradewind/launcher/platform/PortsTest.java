package dev.tradewind.launcher.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void freePortsAreFreeAndDifferent() {
    assertThat(Ports.free(20)).hasSize(20).doesNotHaveDuplicates().allMatch(Ports::isFree);
  }

  @Test
  void aPortSomeoneListensOnIsNotFreeAndItsOwnerIsFound() throws IOException {
    try (ServerSocket loopback = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); ServerSocket everywhere = new ServerSocket(0)) {
      for (ServerSocket socket : new ServerSocket[] {loopback, everywhere}) {
        assertThat(Ports.isFree(socket.getLocalPort())).isFalse();
        assertThat(PortOwner.pid(socket.getLocalPort())).contains(ProcessHandle.current().pid());
        assertThat(PortOwner.describe(socket.getLocalPort())).startsWith("pid " + ProcessHandle.current().pid() + " (").doesNotContain("\n");
      }
    }
  }

  @Test
  void aPortNobodyHasIsDescribedWithoutAnOwner() {
    int port = Ports.free(1).getFirst();

    assertThat(PortOwner.pid(port)).isEmpty();
    assertThat(PortOwner.describe(port)).isEqualTo("a process this user cannot see");
  }
}

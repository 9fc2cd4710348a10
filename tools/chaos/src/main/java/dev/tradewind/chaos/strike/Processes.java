package dev.tradewind.chaos.strike;

import dev.tradewind.launcher.platform.Component;
import dev.tradewind.launcher.platform.LaunchException;
import dev.tradewind.launcher.platform.Platform;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The processes of a platform that this JVM started. */
public final class Processes implements Victims {

  private final Platform platform;
  private final Set<String> away = new HashSet<>();
  private final Set<String> held = new HashSet<>();

  public Processes(Platform platform) {
    this.platform = platform;
  }

  @Override
  public synchronized Optional<String> choose(String wanted) {
    Optional<String> choice = Stream.concat(Stream.of(wanted), platform.topology().component(wanted).isService()
        ? platform.topology().services().stream().map(Component::name) : Stream.empty()).filter(name -> !away.contains(name)).findFirst();
    choice.ifPresent(away::add);
    return choice;
  }

  @Override
  public synchronized void back(String name) {
    away.remove(name);
  }

  @Override
  public void kill(String name) {
    platform.kill(name);
  }

  @Override
  public void start(String name) {
    platform.start(name);
  }

  @Override
  public void stop(String name) {
    platform.stop(name);
  }

  @Override
  public void hold(String name) {
    signal("STOP", name);
    synchronized (this) {
      held.add(name);
    }
  }

  @Override
  public void letGo(String name) {
    synchronized (this) {
      held.remove(name);
    }
    signal("CONT", name);
  }

  /** A held process cannot be asked to stop: lets go of all. */
  public synchronized void letGoOfAll() {
    Set.copyOf(held).forEach(this::letGo);
  }

  private void signal(String signal, String name) {
    long pid = pid(platform.topology().component(name));
    try {
      int result = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
      if (result != 0) {
        throw new LaunchException("kill -%s %d (%s) failed with exit code %d".formatted(signal, pid, name, result));
      }
    } catch (IOException notInstalled) {
      throw new LaunchException("kill cannot be run: " + notInstalled.getMessage(), notInstalled);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LaunchException("Interrupted while signalling " + name, interrupted);
    }
  }

  private static long pid(Component component) {
    String jar = component.module() + "/" + component.jar();
    return ProcessHandle.current().children().filter(child -> child.info().commandLine().filter(line -> line.contains(jar)).isPresent())
        .map(ProcessHandle::pid).findFirst().orElseThrow(() -> new LaunchException(component.name() + " has no process here"));
  }
}

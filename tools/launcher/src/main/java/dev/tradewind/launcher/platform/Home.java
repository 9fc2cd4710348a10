package dev.tradewind.launcher.platform;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The root of the repository, where everything is found by its path.
 *
 * @param root the directory that holds the script {@code tradewind} and the root {@code pom.xml}
 */
public record Home(Path root) {

  /** The system property that names the root when the launcher does not run from inside it. */
  public static final String PROPERTY = "tradewind.home";

  public Home {
    if (!isHome(root)) {
      throw new IllegalArgumentException("root must hold the script tradewind and pom.xml, and is " + root);
    }
  }

  /** The root named by {@link #PROPERTY}, else the one above the place this class was loaded from. */
  public static Home find() {
    return Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of)
        .or(() -> Stream.iterate(ownLocation(), Path::getParent).takeWhile(path -> path != null).filter(Home::isHome).findFirst())
        .map(Path::toAbsolutePath).map(Home::new)
        .orElseThrow(() -> new LaunchException("Cannot find the repository above " + ownLocation() + "; name it with -D" + PROPERTY + "=DIR"));
  }

  /** Where a run from the repository keeps its data, process ids and logs. */
  public Path workDirectory() {
    return root.resolve(".tradewind");
  }

  /** The Helm chart of the AWS resources. */
  public Path chart() {
    return root.resolve("helm/tradewind-aws");
  }

  /** {@code path} as a person at the root would write it. */
  public String show(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    return absolute.startsWith(root) ? root.relativize(absolute).toString() : absolute.toString();
  }

  private static boolean isHome(Path directory) {
    return Files.isRegularFile(directory.resolve("tradewind")) && Files.isRegularFile(directory.resolve("pom.xml"));
  }

  private static Path ownLocation() {
    try {
      return Path.of(Home.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

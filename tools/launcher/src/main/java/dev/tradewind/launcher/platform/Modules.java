package dev.tradewind.launcher.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The Maven modules of the repository as their poms tell it: which depends on which, and when each was last changed. */
final class Modules {

  // Who uses a Quarkus extension needs its other half at build time, which no pom says.
  private static final String DEPLOYMENT = "-deployment";

  private final Path root;
  private final Map<String, Set<String>> upstream = new HashMap<>();

  Modules(Path root) {
    this.root = root;
    Map<String, String> moduleOfArtifact = new HashMap<>();
    List<String> modules = new ArrayList<>();
    collect("", modules);
    modules.forEach(module -> moduleOfArtifact.put(ownArtifact(pom(module)), module));
    modules.forEach(module -> {
      Set<String> needed = new LinkedHashSet<>();
      texts(pom(module), "artifactId").flatMap(artifact -> Stream.of(artifact, artifact + DEPLOYMENT))
          .map(moduleOfArtifact::get).filter(other -> other != null && !other.equals(module)).forEach(needed::add);
      upstream.put(module, needed);
    });
  }

  boolean contains(String module) {
    return upstream.containsKey(module);
  }

  /** The module and everything of ours it is made from. */
  Set<String> closure(String module) {
    Set<String> closure = new LinkedHashSet<>(Set.of(module));
    List<String> open = new ArrayList<>(closure);
    while (!open.isEmpty()) {
      upstream.getOrDefault(open.removeLast(), Set.of()).stream().filter(closure::add).forEach(open::add);
    }
    return closure;
  }

  /** When something that ends up in the module's artifact was last changed. */
  FileTime lastChange(String module) {
    return Stream.concat(Stream.of(root.resolve("pom.xml")),
            closure(module).stream().map(root::resolve).flatMap(directory -> Stream.of(directory.resolve("pom.xml"), directory.resolve("src/main"))))
        .filter(Files::exists).flatMap(Modules::walk).map(Modules::modified)
        .max(Comparator.naturalOrder()).orElse(FileTime.fromMillis(0));
  }

  private void collect(String module, List<String> into) {
    texts(pom(module), "module").map(child -> module.isEmpty() ? child : module + "/" + child).forEach(child -> {
      into.add(child);
      collect(child, into);
    });
  }

  private Document pom(String module) {
    Path file = root.resolve(module).resolve("pom.xml");
    try {
      return DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder().parse(file.toFile());
    } catch (IOException | SAXException | ParserConfigurationException unreadable) {
      throw new LaunchException(file + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static String ownArtifact(Document pom) {
    NodeList children = pom.getDocumentElement().getChildNodes();
    for (int i = 0; i < children.getLength(); i++) {
      if (children.item(i) instanceof Element element && element.getTagName().equals("artifactId")) {
        return element.getTextContent().strip();
      }
    }
    throw new LaunchException("A pom has no artifactId of its own: " + pom.getDocumentURI());
  }

  private static Stream<String> texts(Document pom, String tag) {
    NodeList nodes = pom.getElementsByTagName(tag);
    return Stream.iterate(0, i -> i < nodes.getLength(), i -> i + 1).map(i -> nodes.item(i).getTextContent().strip());
  }

  private static Stream<Path> walk(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      return files.toList().stream();
    } catch (IOException unreadable) {
      throw new LaunchException(path + " cannot be read: " + unreadable.getMessage(), unreadable);
    }
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }
}

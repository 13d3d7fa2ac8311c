package anima.brain.llm.model;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Copies a model out of the class path once, into a folder that is named by its content: a new
 * version gets a new folder, a damaged copy is replaced, and programs that start together do not
 * disturb each other. Any thread.
 */
public final class ModelResources {
  private static final List<String> NEEDED = List.of(ModelFolder.CONFIG, ModelFolder.WEIGHTS);
  private static final List<String> FILES =
      List.of(ModelFolder.CONFIG, ModelFolder.WEIGHTS, ModelFolder.TOKENIZER, ModelFolder.HINTS);
  private static final int NAME_LENGTH = 32;

  private final ClassLoader loader;
  private final String base;
  private final Path cacheFolder;

  public ModelResources(ClassLoader loader, String base, Path cacheFolder) {
    this.loader = loader;
    this.base = base;
    this.cacheFolder = cacheFolder;
  }

  /** Returns the folder with the copy. */
  public Path unpack() throws ModelException {
    String content = contentOfResources();
    Path folder = cacheFolder.resolve("models").resolve(content.substring(0, NAME_LENGTH));
    try {
      if (!content.equals(digest(files(folder)))) {
        replace(folder);
      }
      return folder;
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNWRITABLE, folder, e);
    }
  }

  private String contentOfResources() throws ModelException {
    Map<String, Source> resources = resources();
    try {
      return digest(resources);
    } catch (IOException e) {
      throw new ModelException(ModelFault.UNREADABLE, name(""), e);
    }
  }

  private void replace(Path folder) throws IOException, ModelException {
    Path parent = Files.createDirectories(cacheFolder.resolve("models"));
    Path part = Files.createTempDirectory(parent, "part-");
    try {
      for (Map.Entry<String, Source> resource : resources().entrySet()) {
        try (InputStream in = resource.getValue().open()) {
          Files.copy(in, part.resolve(resource.getKey()));
        }
      }
      delete(folder);
      Files.move(part, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileAlreadyExistsException
        | DirectoryNotEmptyException
        | AtomicMoveNotSupportedException e) {
      // Another program was faster; its copy has the same content.
      if (!Files.isDirectory(folder)) {
        throw e;
      }
    } finally {
      delete(part);
    }
  }

  private static void delete(Path folder) throws IOException {
    for (String name : FILES) {
      Files.deleteIfExists(folder.resolve(name));
    }
    Files.deleteIfExists(folder);
  }

  /** Something that can be read again and again. */
  private interface Source {
    InputStream open() throws IOException;
  }

  private String name(String file) {
    return "class path: " + base + "/" + file;
  }

  private Map<String, Source> resources() throws ModelException {
    Map<String, Source> found = new LinkedHashMap<>();
    for (String name : FILES) {
      URL url = loader.getResource(base + "/" + name);
      if (url != null) {
        found.put(name, url::openStream);
      } else if (NEEDED.contains(name)) {
        throw new ModelException(ModelFault.NO_FILE, name(name));
      }
    }
    return found;
  }

  private static Map<String, Source> files(Path folder) {
    Map<String, Source> found = new LinkedHashMap<>();
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        found.put(name, () -> Files.newInputStream(file));
      }
    }
    return found;
  }

  private static String digest(Map<String, Source> sources) throws IOException {
    MessageDigest digest = sha256();
    byte[] bytes = new byte[1 << 16];
    for (Map.Entry<String, Source> source : sources.entrySet()) {
      digest.update((source.getKey() + "\n").getBytes(StandardCharsets.UTF_8));
      try (InputStream in = source.getValue().open()) {
        for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
          digest.update(bytes, 0, count);
        }
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

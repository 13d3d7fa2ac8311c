package anima.brain.train;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes TorchScript source as the archive that PyTorch loads: a zip of the source, and a pickle of
 * the module whose attributes are empty lists of tensors.
 */
final class TorchScriptArchive {
  private static final byte[] EMPTY_TUPLE_PICKLE = {(byte) 0x80, 2, ')', '.'};

  private TorchScriptArchive() {}

  static void write(Path file, String className, String source, List<String> tensorLists)
      throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      put(zip, "m/data.pkl", modulePickle(className, tensorLists));
      put(zip, "m/code/__torch__.py", utf8(source));
      put(zip, "m/constants.pkl", EMPTY_TUPLE_PICKLE);
      put(zip, "m/version", utf8("10\n"));
    }
  }

  /** Pickle protocol 2: a new object of the class, its state a dictionary. */
  private static byte[] modulePickle(String className, List<String> tensorLists)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new byte[] {(byte) 0x80, 2});
    out.write(utf8("c__torch__\n" + className + "\n"));
    out.write(utf8(")"));
    out.write(0x81);
    out.write(utf8("}("));
    string(out, "training");
    out.write(0x88);
    for (String name : tensorLists) {
      string(out, name);
      out.write(utf8("ctorch.jit._pickle\nrestore_type_tag\n(]"));
      string(out, "List[Tensor]");
      out.write(utf8("tR"));
    }
    out.write(utf8("ub."));
    return out.toByteArray();
  }

  private static void string(ByteArrayOutputStream out, String text) throws IOException {
    byte[] bytes = utf8(text);
    out.write('X');
    out.write(
        ByteBuffer.allocate(Integer.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt(bytes.length)
            .array());
    out.write(bytes);
  }

  /** PyTorch maps the archive: its entries are not compressed. */
  private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCompressedSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

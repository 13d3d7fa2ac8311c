package anima.brain.store;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.annotations.SerializedName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a hub says of a model at one commit. Nothing of it is trusted: names, sizes and counts are
 * checked before any is used.
 *
 * @param repository as the hub calls it now
 * @param commit the revision in full, which names these very files for good
 * @param licence empty if none is stated
 */
record HubListing(String repository, String commit, String licence, List<OfferedFile> files) {
  private static final int FILES_MAX = 20_000;

  /** Largest single file: 1 TiB. */
  private static final long FILE_BYTES_MAX = 1L << 40;

  private static final int LICENCE_LENGTH_MAX = 120;
  private static final String LICENCE_TAG = "license:";

  private record Answer(
      @Nullable String id,
      @Nullable String sha,
      @Nullable JsonElement cardData,
      @Nullable List<@Nullable String> tags,
      @Nullable List<@Nullable Sibling> siblings) {}

  private record Sibling(
      @SerializedName("rfilename") @Nullable String path,
      @Nullable Long size,
      @Nullable String blobId,
      @Nullable Lfs lfs) {}

  private record Lfs(@Nullable String sha256, @Nullable Long size) {}

  /**
   * Reads the hub's answer.
   *
   * @param hub and asked named in sentences
   */
  static HubListing parse(String hub, String asked, String json) throws StoreException {
    try {
      Answer answer = new Gson().fromJson(json, Answer.class);
      if (answer == null || answer.siblings() == null || answer.sha() == null) {
        throw unusable(hub, asked, "it lists no files");
      }
      if (!answer.sha().matches("[0-9a-f]{40}|[0-9a-f]{64}")) {
        throw unusable(hub, asked, "its revision is no commit");
      }
      if (answer.siblings().size() > FILES_MAX) {
        throw unusable(hub, asked, "it lists more than " + FILES_MAX + " files");
      }
      List<OfferedFile> files = new ArrayList<>();
      for (Sibling sibling : answer.siblings()) {
        files.add(file(hub, asked, sibling));
      }
      String id = answer.id() == null ? asked : answer.id();
      return new HubListing(id, answer.sha(), licence(answer), files);
    } catch (JsonParseException malformed) {
      throw unusable(hub, asked, "it is not the JSON that is expected");
    }
  }

  private static OfferedFile file(String hub, String asked, @Nullable Sibling sibling)
      throws StoreException {
    if (sibling == null || sibling.path() == null || !OfferedFile.isSafe(sibling.path())) {
      throw unusable(hub, asked, "the name of a file points outside or is none");
    }
    Lfs lfs = sibling.lfs();
    Long bytes = sibling.size() != null ? sibling.size() : lfs != null ? lfs.size() : null;
    if (bytes == null || bytes < 0 || bytes > FILE_BYTES_MAX) {
      throw unusable(hub, asked, "the size of " + sibling.path() + " is absurd: " + bytes);
    }
    Optional<String> sha256 = Optional.ofNullable(lfs).map(Lfs::sha256);
    Optional<String> gitSha1 =
        sha256.isPresent() ? Optional.empty() : Optional.ofNullable(sibling.blobId());
    if (!sha256.map(hash -> hash.matches("[0-9a-f]{64}")).orElse(true)
        || !gitSha1.map(hash -> hash.matches("[0-9a-f]{40}")).orElse(true)) {
      throw unusable(hub, asked, "the hash of " + sibling.path() + " is none");
    }
    return new OfferedFile(sibling.path(), bytes, sha256, gitSha1);
  }

  /** From the model's card, else from its tags. */
  private static String licence(Answer answer) {
    String stated = "";
    if (answer.cardData() instanceof JsonObject card) {
      stated = text(card, "license");
      String name = text(card, "license_name");
      if (stated.isEmpty() || stated.equals("other")) {
        stated = (name + " " + text(card, "license_link")).strip();
      }
    }
    if (stated.isEmpty() && answer.tags() != null) {
      for (String tag : answer.tags()) {
        if (tag != null && tag.toLowerCase(Locale.ROOT).startsWith(LICENCE_TAG)) {
          stated = tag.substring(LICENCE_TAG.length());
        }
      }
    }
    String harmless = StoreException.harmless(stated);
    return harmless.substring(0, Math.min(harmless.length(), LICENCE_LENGTH_MAX));
  }

  private static String text(JsonObject card, String field) {
    JsonElement value = card.get(field);
    if (value != null && value.isJsonArray() && value.getAsJsonArray().size() == 1) {
      value = value.getAsJsonArray().get(0);
    }
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  private static StoreException unusable(String hub, String asked, String why) {
    return new StoreException(StoreFault.HUB_ANSWER, hub, asked, why);
  }
}

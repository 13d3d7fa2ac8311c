package anima.voice;

/** All that can go wrong with voice through no fault of the program, and how we say it. */
public enum VoiceFault {
  MICROPHONE_ABSENT(
      "No microphone was found, so you can type but not speak; plug one in and start again.",
      "没有找到麦克风，只能打字、不能说话；请接好麦克风后重新启动。"),
  MICROPHONE_UNKNOWN(
      "There is no microphone named “%s”; this computer has: %s.", "没有名为“%s”的麦克风；本机有：%s。"),
  MICROPHONE_BUSY(
      "The microphone “%s” cannot be opened (%s); another program may be using it.",
      "无法打开麦克风“%s”（%s）；可能有其他程序正在使用它。"),
  MICROPHONE_LOST(
      "The microphone “%s” has stopped giving sound; plug it in again and switch voice on again.",
      "麦克风“%s”不再有声音；请重新接好并再次打开语音。"),
  DETECTOR_UNAVAILABLE(
      "The voice detector cannot be loaded on this computer (%s), so you can type but not speak.",
      "本机无法加载语音检测（%s），只能打字、不能说话。"),
  RECOGNIZER_UNAVAILABLE(
      "The speech recogniser cannot be loaded on this computer (%s), so you can type but not"
          + " speak.",
      "本机无法加载语音识别（%s），只能打字、不能说话。"),
  MODEL_FOLDER_MISSING(
      "There is no voice model folder at %s; give the folder that holds am, conf and graph.",
      "%s 处没有语音模型文件夹；请指定含有 am、conf、graph 的文件夹。"),
  MODEL_FOREIGN(
      "%s is not a voice model: %s; give an unpacked Vosk model.", "%s 不是语音模型：%s；请指定解压后的 Vosk 模型。"),
  MODEL_DAMAGED(
      "The voice model at %s is damaged: %s; delete it and fetch it again.",
      "%s 处的语音模型已损坏：%s；请删除后重新下载。"),
  MODEL_UNKNOWN("There is no voice model named “%s”; known are: %s.", "没有名为“%s”的语音模型；已知的有：%s。"),
  GRAMMAR_UNFIT("The list of phrases to listen for is unfit: %s.", "要识别的短语列表不合适：%s。"),
  DOWNLOAD_UNREACHABLE(
      "The voice model cannot be fetched from %s (%s); check the network and try again, what has"
          + " arrived is kept.",
      "无法从 %s 下载语音模型（%s）；请检查网络后重试，已下载的部分会保留。"),
  DOWNLOAD_REFUSED(
      "%s answered %s instead of the voice model; try again later or give a folder with"
          + " --voice-model.",
      "%s 返回了 %s，而不是语音模型；请稍后再试，或用 --voice-model 指定文件夹。"),
  DOWNLOAD_CANCELLED(
      "The download of %s was cancelled; what has arrived is kept.", "已取消下载 %s；已下载的部分会保留。"),
  DOWNLOAD_TOO_LARGE("%s is larger than a voice model may be (%s MB).", "%s 超过了语音模型允许的大小（%s MB）。"),
  DOWNLOAD_FOREIGN(
      "What came from %s is not the file we expect: its SHA-256 is %s and should be %s; it was"
          + " deleted.",
      "从 %s 下载的文件与预期不符：其 SHA-256 为 %s，应为 %s；文件已删除。"),
  ARCHIVE_UNFIT(
      "The archive %s cannot be unpacked: %s; it was deleted, try again.", "无法解压 %s：%s；文件已删除，请重试。"),
  STORE_UNWRITABLE(
      "The folder %s cannot be written (%s); choose another or give yourself the right to write.",
      "无法写入文件夹 %s（%s）；请换一个文件夹或取得写入权限。"),
  DISK_FULL(
      "There is not enough room at %s: %s MB are needed and %s MB are free.",
      "%s 处空间不足：需要 %s MB，只剩 %s MB。"),
  STORE_IN_USE(
      "Another program is fetching %s just now; wait until it has finished.",
      "另一个程序正在下载 %s；请等它完成。"),
  SPEECH_UNAVAILABLE(
      "There is no voice for this language on this computer (%s), so you read what is said.",
      "本机没有这种语言的语音（%s），只显示文字。"),
  SPEECH_FAILED("“%s” cannot be spoken (%s), so you read it.", "无法说出“%s”（%s），只显示文字。");

  private final String english;
  private final String chinese;

  VoiceFault(String english, String chinese) {
    this.english = english;
    this.chinese = chinese;
  }

  String sentence(SpokenLanguage language, String... arguments) {
    return String.format(language == SpokenLanguage.ZH ? chinese : english, (Object[]) arguments);
  }
}

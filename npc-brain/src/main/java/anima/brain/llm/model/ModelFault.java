package anima.brain.llm.model;

import anima.world.Language;
import java.text.MessageFormat;

/**
 * What can be wrong with a model, each as one sentence for a person: where ({0}), what, and what to
 * do about it.
 */
public enum ModelFault {
  NO_FOLDER(
      "{0}: there is no such folder; name a .gguf file or the folder that holds config.json,"
          + " model.safetensors and tokenizer.json",
      "{0}：没有这个文件夹；请指定 .gguf 文件，或含有 config.json、model.safetensors 和 tokenizer.json 的文件夹"),
  NO_FILE("{0}: the file is missing; copy the whole model folder again", "{0}：缺少此文件；请重新复制整个模型文件夹"),
  UNREADABLE(
      "{0}: cannot be read ({1}); check the disk and the permissions", "{0}：无法读取（{1}）；请检查磁盘与权限"),
  UNWRITABLE(
      "{0}: cannot be written ({1}); free some space or name another cache folder",
      "{0}：无法写入（{1}）；请腾出空间或另选缓存文件夹"),
  TOO_LARGE(
      "{0}: is larger than {1} bytes and so no model file of this kind; copy the model again",
      "{0}：超过 {1} 字节，不是这种模型文件；请重新复制模型"),
  NOT_JSON("{0}: is not valid JSON ({1}); copy the model again", "{0}：不是有效的 JSON（{1}）；请重新复制模型"),
  FOREIGN_ARCHITECTURE(
      "{0}: the architecture {1} is not known here; use a model of the Llama, Mistral, Qwen2,"
          + " Qwen3 or GPT-2 family",
      "{0}：不支持架构 {1}；请使用 Llama、Mistral、Qwen2、Qwen3 或 GPT-2 系列的模型"),
  SETTING(
      "{0}: \"{1}\" is {2} but must be {3}; use another model or correct the file",
      "{0}：“{1}”是 {2}，应为 {3}；请换用其他模型或改正此文件"),
  HEADER("{0}: the header is damaged ({1}); copy the model again", "{0}：文件头已损坏（{1}）；请重新复制模型"),
  INDEX(
      "{0}: the list of the weight files is damaged ({1}); copy the whole model folder again",
      "{0}：权重文件清单已损坏（{1}）；请重新复制整个模型文件夹"),
  TENSOR_ENTRY(
      "{0}: the entry of tensor {1} is damaged ({2}); copy the model again",
      "{0}：张量 {1} 的条目已损坏（{2}）；请重新复制模型"),
  TENSOR_MISSING(
      "{0}: the tensor {1} is missing; take settings and weights from the same model",
      "{0}：缺少张量 {1}；请使用同一模型的设置和权重"),
  TENSOR_UNKNOWN(
      "{0}: the tensor {1} has no place in this architecture; use a plain model without"
          + " adapters or extra layers",
      "{0}：此架构中没有张量 {1} 的位置；请使用不带适配器或附加层的普通模型"),
  TENSOR_SHAPE(
      "{0}: the tensor {1} has the shape {2} but the settings ask for {3}; take settings and"
          + " weights from the same model",
      "{0}：张量 {1} 的形状是 {2}，而设置要求 {3}；请使用同一模型的设置和权重"),
  TENSOR_TYPE(
      "{0}: the tensor {1} is stored as {2} but must be {3}; convert the model",
      "{0}：张量 {1} 以 {2} 存储，应为 {3}；请转换模型"),
  TENSOR_VALUE(
      "{0}: the tensor {1} holds a value that is not a finite number; copy the model again",
      "{0}：张量 {1} 含有非有限数值；请重新复制模型"),
  TOKENIZER(
      "{0}: the tokenizer cannot be read ({1}); copy the model again", "{0}：无法读取分词器（{1}）；请重新复制模型"),
  CHAT_TEMPLATE(
      "{0}: the chat template cannot be read ({1}); copy the model again or use another one",
      "{0}：无法读取对话模板（{1}）；请重新复制模型或换用其他模型"),
  VOCABULARY(
      "{0}: the tokenizer knows {1} tokens but the model only {2}; take both files from the same"
          + " model",
      "{0}：分词器有 {1} 个词元，而模型只有 {2} 个；请使用同一模型的两个文件"),
  MEMORY(
      "{0}: the model needs more memory than Java may use ({1}); raise -XX:MaxDirectMemorySize or"
          + " use a smaller model",
      "{0}：模型所需内存超出 Java 上限（{1}）；请调大 -XX:MaxDirectMemorySize 或换用较小的模型"),
  MACHINE_MEMORY(
      "{0}: the model needs {1} of memory and this machine has {2} left; close other programs, ask"
          + " for fewer and shorter sessions or use a smaller model",
      "{0}：模型需要 {1} 内存，而本机只剩 {2}；请关闭其他程序、减少或缩短会话，或换用较小的模型"),
  RUNTIME(
      "{0}: the model runtime could not take the model ({1}); update Anima or use another model",
      "{0}：模型运行库无法载入此模型（{1}）；请更新 Anima 或换用其他模型");

  private final String en;
  private final String zh;

  ModelFault(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? zh : en, facts);
  }
}

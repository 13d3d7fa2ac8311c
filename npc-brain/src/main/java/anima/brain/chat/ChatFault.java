package anima.brain.chat;

import anima.world.Language;
import java.text.MessageFormat;

/**
 * Why a model does not answer, each as one sentence for a person: what, and what to do about it.
 */
public enum ChatFault {
  TOO_LONG(
      "The conversation has {0} tokens but the model only has room for {1}; shorten it or start a"
          + " new one",
      "对话有 {0} 个词元，而模型只能容纳 {1} 个；请缩短对话或重新开始"),
  TEMPLATE(
      "The model''s chat template refuses this conversation ({0}); change the order of its messages"
          + " or use another model",
      "模型的对话模板拒绝了这段对话（{0}）；请调整消息的顺序或换用其他模型"),
  SCHEMA(
      "The JSON schema cannot be followed ({0}); use a simpler one",
      "无法遵循此 JSON 模式（{0}）；请使用更简单的模式"),
  BUSY(
      "The model {0} has too many conversations at once; try again in a moment",
      "模型 {0} 同时进行的对话太多；请稍后再试"),
  CLOSED("The model {0} is being shut down; start it again", "模型 {0} 正在关闭；请重新启动"),
  FAILED(
      "The model {0} could not go on ({1}); try again, and report it if it happens twice",
      "模型 {0} 无法继续（{1}）；请重试，若再次发生请报告"),
  UNREACHABLE(
      "{0}: the model''s server does not answer ({1}); start it or check the address",
      "{0}：模型服务器没有应答（{1}）；请启动它或检查地址"),
  TIMEOUT(
      "{0}: the model''s server took longer than {1} seconds; use a smaller model or wait longer",
      "{0}：模型服务器超过 {1} 秒未完成；请换用较小的模型或延长等待"),
  KEY(
      "{0}: the model''s server refuses the API key; set ANIMA_API_KEY to a valid one",
      "{0}：模型服务器拒绝了 API 密钥；请把 ANIMA_API_KEY 设为有效的密钥"),
  UNKNOWN_MODEL(
      "{0}: the server has no model {1}; name one of those it lists at /v1/models",
      "{0}：服务器没有模型 {1}；请从 /v1/models 所列的模型中选择"),
  REFUSED(
      "{0}: the model''s server refuses the request ({1}); change the request or the server''s"
          + " settings",
      "{0}：模型服务器拒绝了请求（{1}）；请修改请求或服务器设置"),
  OVERLOADED("{0}: the model''s server is too busy; try again in a moment", "{0}：模型服务器过于繁忙；请稍后再试"),
  BROKEN("{0}: the model''s server failed ({1}); look into its log", "{0}：模型服务器出错（{1}）；请查看其日志"),
  NONSENSE(
      "{0}: the server''s answer is not that of a model ({1}); check that the address ends in /v1 of"
          + " an OpenAI-compatible server",
      "{0}：服务器的回答不符合模型接口（{1}）；请确认地址是 OpenAI 兼容服务器的 /v1"),
  TOO_MUCH(
      "{0}: the server''s answer is larger than {1} bytes and was cut off; ask for fewer tokens",
      "{0}：服务器的回答超过 {1} 字节，已中断；请减少词元数量");

  private final String en;
  private final String zh;

  ChatFault(String en, String zh) {
    this.en = en;
    this.zh = zh;
  }

  String sentence(Language language, Object... facts) {
    return MessageFormat.format(language == Language.ZH ? zh : en, facts);
  }
}

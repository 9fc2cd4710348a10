package dev.tradewind.localcloud.sns;

import java.util.Map;
import java.util.UUID;

/** The answers of the query protocol. Names are ours and safe; texts are escaped. */
final class Xml {

  private static final String NAMESPACE = "http://sns.amazonaws.com/doc/2010-03-31/";

  private final StringBuilder out = new StringBuilder(256);

  /** An action's answer: what it says, if anything, wrapped as SDKs expect it. */
  static String answer(String action, Xml result) {
    return new Xml()
        .open(action + "Response xmlns=\"" + NAMESPACE + "\"")
        .open(action + "Result").add(result).close(action + "Result")
        .open("ResponseMetadata").element("RequestId", UUID.randomUUID().toString()).close("ResponseMetadata")
        .close(action + "Response")
        .toString();
  }

  static String error(SnsException error) {
    return new Xml()
        .open("ErrorResponse xmlns=\"" + NAMESPACE + "\"")
        .open("Error")
        .element("Type", error.status() < 500 ? "Sender" : "Receiver")
        .element("Code", error.code())
        .element("Message", error.getMessage())
        .close("Error")
        .element("RequestId", UUID.randomUUID().toString())
        .close("ErrorResponse")
        .toString();
  }

  Xml open(String name) {
    out.append('<').append(name).append('>');
    return this;
  }

  Xml close(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  Xml element(String name, String text) {
    open(name);
    escape(text);
    return close(name);
  }

  Xml add(Xml other) {
    out.append(other.out);
    return this;
  }

  /** A map as the protocol spells it: a list of entries. */
  Xml map(String name, Map<String, String> map) {
    open(name);
    map.forEach((key, value) -> open("entry").element("key", key).element("value", value).close("entry"));
    return close(name);
  }

  @Override
  public String toString() {
    return out.toString();
  }

  private void escape(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '\r' -> out.append("&#xD;");
        default -> out.append(c);
      }
    }
  }
}

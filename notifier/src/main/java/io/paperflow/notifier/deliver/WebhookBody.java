package io.paperflow.notifier.deliver;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.paperflow.notifier.digest.DigestPaper;
import io.paperflow.notifier.digest.DigestSection;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the services behind webhooks read: Slack's incoming webhooks, Discord's webhooks, Telegram's
 * sendMessage, and a form of our own. Thread-safe.
 */
final class WebhookBody {

  private static final int SLACK = 30_000;
  private static final int DISCORD = 1_900;
  private static final int TELEGRAM = 4_000;

  private final ObjectMapper mapper;

  WebhookBody(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  String of(Parcel parcel) {
    ObjectNode body = mapper.createObjectNode();
    switch (parcel.subscription().getChannel()) {
      case SLACK -> body.put("text", lines(parcel, SLACK, WebhookBody::slack));
      case DISCORD -> {
        body.put("content", lines(parcel, DISCORD, WebhookBody::discord));
        // Titles must not call everybody.
        body.putObject("allowed_mentions").putArray("parse");
      }
      case TELEGRAM -> {
        body.put("text", lines(parcel, TELEGRAM, WebhookBody::plain));
        chat(parcel.subscription().getAddress()).ifPresent(chat -> body.put("chat_id", chat));
        body.putObject("link_preview_options").put("is_disabled", true);
      }
      case WEBHOOK, EMAIL, UNKNOWN -> own(parcel, body);
    }
    return body.toString();
  }

  private interface Line {
    String of(DigestPaper paper);
  }

  /** As many whole papers as there is room for, then how many are left. */
  private static String lines(Parcel parcel, int room, Line line) {
    StringBuilder text = new StringBuilder(parcel.digest().title());
    int left = parcel.digest().size();
    for (DigestSection section : parcel.digest().sections()) {
      for (DigestPaper paper : section.papers()) {
        String next = "\n\n" + line.of(paper);
        if (text.length() + next.length() > room) {
          return text + "\n\n… and " + left + " more";
        }
        text.append(next);
        left--;
      }
    }
    return text.toString();
  }

  private static String slack(DigestPaper paper) {
    return "<" + paper.page() + "|" + escaped(paper.title()) + ">" + escaped(why(paper));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String discord(DigestPaper paper) {
    return paper.title().replaceAll("([\\\\*_~`|>\\[\\]])", "\\\\$1")
        + why(paper)
        + "\n<"
        + paper.page()
        + ">";
  }

  private static String plain(DigestPaper paper) {
    return paper.title() + why(paper) + "\n" + paper.page();
  }

  private static String why(DigestPaper paper) {
    return paper.why().isEmpty() ? "" : " (" + paper.why() + ")";
  }

  /** The parameter chat_id of the address. */
  private static Optional<String> chat(String address) {
    return Optional.ofNullable(URI.create(address).getRawQuery()).stream()
        .flatMap(query -> Arrays.stream(query.split("&", -1)))
        .filter(parameter -> parameter.startsWith("chat_id="))
        .map(parameter -> parameter.substring("chat_id=".length()))
        .findFirst();
  }

  private static void own(Parcel parcel, ObjectNode body) {
    body.put("delivery", parcel.delivery());
    body.put("title", parcel.digest().title());
    ArrayNode papers = body.putArray("papers");
    for (DigestSection section : parcel.digest().sections()) {
      for (DigestPaper paper : section.papers()) {
        ObjectNode entry = papers.addObject();
        entry.put("section", section.heading());
        entry.put("title", paper.title());
        entry.put("url", paper.page());
        entry.put("authors", paper.authors());
        entry.put("date", paper.date());
        entry.put("why", paper.why());
        entry.put("lead", paper.lead());
        paper.abstractPage().ifPresent(url -> entry.put("abstract", url));
        paper.pdf().ifPresent(url -> entry.put("pdf", url));
        ArrayNode code = entry.putArray("code");
        paper.code().forEach(one -> one.address().ifPresent(code::add));
      }
    }
  }
}

package io.paperflow.bench.papers;

import io.paperflow.bench.papers.GeneratedPaper.Author;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes papers as arXiv's interfaces do. */
final class ArxivXml {

  private static final String OAI = "http://www.openarchives.org/OAI/2.0/";
  private static final String OAI_ARXIV = "http://arxiv.org/OAI/arXiv/";
  private static final String SCHEMA_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance";
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final String ARXIV = "http://arxiv.org/schemas/atom";
  private static final String LICENSE = "http://creativecommons.org/licenses/by/4.0/";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  private ArxivXml() throws XMLStreamException {
    xml =
        XMLOutputFactory.newDefaultFactory()
            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
    xml.writeStartDocument("UTF-8", "1.0");
  }

  private byte[] end() throws XMLStreamException {
    xml.writeEndDocument();
    xml.close();
    return out.toByteArray();
  }

  /** An answer to ListRecords in arXiv's metadata format. */
  static byte[] oai(List<GeneratedPaper> papers) throws XMLStreamException {
    var page = new ArxivXml();
    page.xml.writeStartElement("OAI-PMH");
    page.xml.writeDefaultNamespace(OAI);
    page.xml.writeNamespace("xsi", SCHEMA_INSTANCE);
    page.text("responseDate", "2026-10-01T02:35:00Z");
    page.text("request", "https://oaipmh.arxiv.org/oai");
    page.xml.writeStartElement("ListRecords");
    for (GeneratedPaper paper : papers) {
      page.oai(paper);
    }
    return page.end();
  }

  private void oai(GeneratedPaper paper) throws XMLStreamException {
    String day = paper.submitted().atOffset(ZoneOffset.UTC).toLocalDate().toString();
    xml.writeStartElement("record");
    xml.writeStartElement("header");
    text("identifier", "oai:arXiv.org:" + paper.arxivId());
    text("datestamp", day);
    for (String category : paper.categories()) {
      text("setSpec", category.replace('.', ':'));
    }
    xml.writeEndElement();
    xml.writeStartElement("metadata");
    xml.writeStartElement("arXiv");
    xml.writeDefaultNamespace(OAI_ARXIV);
    xml.writeAttribute("xsi:schemaLocation", OAI_ARXIV + " http://arxiv.org/OAI/arXiv.xsd");
    text("id", paper.arxivId());
    text("created", day);
    xml.writeStartElement("authors");
    for (Author author : paper.authors()) {
      xml.writeStartElement("author");
      text("keyname", author.family());
      text("forenames", author.given());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    text("title", WrappedText.of(paper.title(), ""));
    text("categories", String.join(" ", paper.categories()));
    if (paper.comments().isPresent()) {
      text("comments", paper.comments().get());
    }
    if (paper.doi().isPresent()) {
      text("doi", paper.doi().get());
    }
    text("license", LICENSE);
    text("abstract", WrappedText.of(paper.abstractText(), "  ") + "\n");
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeCharacters("\n");
  }

  /** An answer of the query API. */
  static byte[] atom(List<GeneratedPaper> papers) throws XMLStreamException {
    var page = new ArxivXml();
    page.xml.writeStartElement("feed");
    page.xml.writeNamespace("opensearch", "http://a9.com/-/spec/opensearch/1.1/");
    page.xml.writeNamespace("arxiv", ARXIV);
    page.xml.writeDefaultNamespace(ATOM);
    page.text("id", "https://arxiv.org/api/bench");
    for (GeneratedPaper paper : papers) {
      page.atom(paper);
    }
    return page.end();
  }

  private void atom(GeneratedPaper paper) throws XMLStreamException {
    String address = "arxiv.org/abs/" + paper.arxivId() + "v1";
    xml.writeCharacters("\n  ");
    xml.writeStartElement("entry");
    text("id", "http://" + address);
    text("title", paper.title());
    text("updated", paper.submitted().toString());
    xml.writeEmptyElement("link");
    xml.writeAttribute("href", "https://" + address);
    xml.writeAttribute("rel", "alternate");
    text("summary", paper.abstractText());
    for (String category : paper.categories()) {
      xml.writeEmptyElement("category");
      xml.writeAttribute("term", category);
      xml.writeAttribute("scheme", ARXIV);
    }
    text("published", paper.submitted().toString());
    if (paper.comments().isPresent()) {
      text("arxiv:comment", paper.comments().get());
    }
    xml.writeEmptyElement("arxiv:primary_category");
    xml.writeAttribute("term", paper.categories().getFirst());
    for (Author author : paper.authors()) {
      xml.writeStartElement("author");
      text("name", author.given() + " " + author.family());
      xml.writeEndElement();
    }
    if (paper.doi().isPresent()) {
      text("arxiv:doi", paper.doi().get());
    }
    xml.writeEndElement();
  }

  private void text(String name, String text) throws XMLStreamException {
    xml.writeCharacters("\n    ");
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }
}

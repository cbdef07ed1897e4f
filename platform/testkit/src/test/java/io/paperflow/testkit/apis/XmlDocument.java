package io.paperflow.testkit.apis;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** An XML document to look into. */
record XmlDocument(Element root) {

  static XmlDocument parse(String text) throws Exception {
    return parse(text.getBytes(StandardCharsets.UTF_8));
  }

  static XmlDocument parse(byte[] text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return new XmlDocument(
        factory.newDocumentBuilder().parse(new ByteArrayInputStream(text)).getDocumentElement());
  }

  /** The texts of all elements of a name, prefix included. */
  List<String> texts(String name) {
    NodeList elements = root.getElementsByTagName(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < elements.getLength(); i++) {
      texts.add(elements.item(i).getTextContent());
    }
    return texts;
  }

  /** An attribute of the first element of a name. */
  String attribute(String name, String attribute) {
    return ((Element) root.getElementsByTagName(name).item(0)).getAttribute(attribute);
  }

  /** The paths of all elements and attributes that occur. */
  Set<String> paths() {
    Set<String> paths = new TreeSet<>();
    collect(root, "", paths);
    return paths;
  }

  private static void collect(Element element, String above, Set<String> paths) {
    String path = above + "/" + element.getTagName();
    paths.add(path);
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      paths.add(path + "@" + element.getAttributes().item(i).getNodeName());
    }
    for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element inner) {
        collect(inner, path, paths);
      }
    }
  }
}

package io.paperflow.formats;

import java.util.List;
import java.util.Optional;

/**
 * Local names of the elements by which a format's documents are cut.
 *
 * @param records the elements that are records; they do not nest
 * @param carried the element beside the records, before them, that each needs in order to be read
 */
record XmlNames(List<byte[]> records, Optional<byte[]> carried) {

  static XmlNames of(String... records) {
    return new XmlNames(List.of(records).stream().map(XmlTags::ascii).toList(), Optional.empty());
  }

  XmlNames carrying(String name) {
    return new XmlNames(records, Optional.of(XmlTags.ascii(name)));
  }

  boolean isRecord(XmlTags tag) {
    for (byte[] name : records) {
      if (tag.isNamed(name)) {
        return true;
      }
    }
    return false;
  }

  boolean isCarried(XmlTags tag) {
    return carried.isPresent() && tag.isNamed(carried.get());
  }
}

package io.paperflow.testkit.apis;

/** Why OAI-PMH has no answer; the codes are those of the standard. */
record OaiError(String code, String text) {

  static final OaiError NO_RECORDS =
      new OaiError(
          "noRecordsMatch",
          "The combination of the values of the from, until, set and metadataPrefix arguments"
              + " results in an empty list.");
  static final OaiError BAD_TOKEN =
      new OaiError(
          "badResumptionToken",
          "The value of the resumptionToken argument is invalid or expired. Reason: Token decoding"
              + " failed or format is invalid.");
  static final OaiError UNKNOWN_ID =
      new OaiError(
          "idDoesNotExist",
          "The value of the identifier argument is unknown or illegal in this repository.");
  static final OaiError UNKNOWN_FORMAT =
      new OaiError(
          "cannotDisseminateFormat",
          "The metadata format identified by the value given for the metadataPrefix argument is not"
              + " supported.");
  static final OaiError BAD_VERB =
      new OaiError("badVerb", "Value of the verb argument is not a legal OAI-PMH verb.");

  static OaiError badArgument(String text) {
    return new OaiError("badArgument", text);
  }
}

package io.paperflow.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The sentence model all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), quantised:
 * texts of like meaning have vectors of small angle. English, at most 256 tokens; what comes after
 * them is not read. One thread a call, some 30 ms for an abstract and 2 ms for a few words.
 * Thread-safe.
 */
public final class SentenceModel implements AutoCloseable {

  /** Numbers of a vector. */
  public static final int DIMENSIONS = 384;

  /** Names the model; vectors of different models are not to be compared. */
  public static final String NAME = "all-minilm-l6-v2";

  private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
  private static final String VOCABULARY = "/all-minilm-l6-v2-q-tokenizer.json";
  private static final int TOKENS = 256;
  private static final int LARGEST = Byte.MAX_VALUE;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final WordPieces pieces;

  private SentenceModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
    this.environment = environment;
    this.session = session;
    this.pieces = pieces;
  }

  /**
   * Loads the model, which takes about a second, 50 MB for a moment among temporary files, and 80
   * MB outside the heap.
   *
   * @throws IOException when this machine cannot run it; says why
   */
  public static SentenceModel load() throws IOException {
    try (InputStream vocabulary = resource(VOCABULARY);
        InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // The caller decides how many run at once; the runtime would take all cores for each.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new SentenceModel(
          environment, session(environment, model, options), WordPieces.read(vocabulary));
    } catch (OrtException | LinkageError e) {
      throw new IOException("the sentence model does not run on this machine: " + e, e);
    }
  }

  /** By way of a file: the runtime keeps some 20 MB more of a model that it is given as bytes. */
  private static OrtSession session(
      OrtEnvironment environment, InputStream model, OrtSession.SessionOptions options)
      throws IOException, OrtException {
    Path copy = Files.createTempFile("paperflow-model", ".onnx");
    try {
      Files.copy(model, copy, StandardCopyOption.REPLACE_EXISTING);
      return environment.createSession(copy.toString(), options);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  private static InputStream resource(String name) throws IOException {
    return Optional.ofNullable(SentenceModel.class.getResourceAsStream(name))
        .orElseThrow(() -> new IOException(name + " is missing from the jar: build it again"));
  }

  /**
   * The vector of a text: the mean of the last layer's vectors of all tokens, scaled so that its
   * largest number is 127 or -127. Only its direction means something.
   */
  public byte[] vector(String text) {
    long[] numbers = pieces.numbers(text, TOKENS);
    long[] all = new long[numbers.length];
    Arrays.fill(all, 1);
    try (OnnxTensor ids = tensor(numbers);
        OnnxTensor mask = tensor(all);
        OnnxTensor types = tensor(new long[numbers.length]);
        OrtSession.Result result =
            session.run(
                Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
      return scaled(mean((float[][][]) result.get(0).getValue()));
    } catch (OrtException e) {
      throw new IllegalStateException("the sentence model failed: " + e.getMessage(), e);
    }
  }

  private OnnxTensor tensor(long[] values) throws OrtException {
    return OnnxTensor.createTensor(environment, new long[][] {values});
  }

  /** Without padding every token counts. */
  private static float[] mean(float[][][] layer) {
    float[] mean = new float[DIMENSIONS];
    for (float[] token : layer[0]) {
      for (int i = 0; i < DIMENSIONS; i++) {
        mean[i] += token[i];
      }
    }
    return mean;
  }

  private static byte[] scaled(float[] vector) {
    float largest = 0;
    for (float value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    byte[] bytes = new byte[vector.length];
    for (int i = 0; i < vector.length; i++) {
      bytes[i] = (byte) Math.round(largest == 0 ? 0 : vector[i] / largest * LARGEST);
    }
    return bytes;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}

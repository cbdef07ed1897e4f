package io.paperflow.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
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
  private static final String TOKENS = "256";
  private static final int LARGEST = Byte.MAX_VALUE;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final HuggingFaceTokenizer tokenizer;

  private SentenceModel(
      OrtEnvironment environment, OrtSession session, HuggingFaceTokenizer tokenizer) {
    this.environment = environment;
    this.session = session;
    this.tokenizer = tokenizer;
  }

  /**
   * Loads the model, which takes about a second and 80 MB outside the heap.
   *
   * @throws IOException when this machine cannot run it; says why
   */
  public static SentenceModel load() throws IOException {
    // The tokenizer's family tells its makers where it runs, unless it is told not to.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    try (InputStream vocabulary = resource(VOCABULARY);
        InputStream model = resource(MODEL);
        OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // The caller decides how many run at once; the runtime would take all cores for each.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      return new SentenceModel(
          environment,
          environment.createSession(model.readAllBytes(), options),
          HuggingFaceTokenizer.newInstance(
              vocabulary, Map.of("truncation", "true", "maxLength", TOKENS, "padding", "false")));
    } catch (OrtException | LinkageError | IllegalStateException e) {
      throw new IOException("the sentence model does not run on this machine: " + e, e);
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
    Encoding encoding = tokenizer.encode(text);
    try (OnnxTensor ids = tensor(encoding.getIds());
        OnnxTensor mask = tensor(encoding.getAttentionMask());
        OnnxTensor types = tensor(encoding.getTypeIds());
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
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.paperflow.pipeline;

import java.util.List;

/**
 * What a transform loop does.
 *
 * @param name the consumer group, also the stage in dead letters and metrics
 * @param input the topic to read
 * @param inputCodec reads its values
 * @param output the topic to write
 * @param outputCodec writes its values
 * @param deadLetters the topic for what cannot be handled
 * @param transform the step
 * @param lanes records of different keys that are transformed at once, from 1
 * @param topics all topics the loop needs, created where they are missing
 */
public record TransformSpec<I, O>(
    String name,
    String input,
    Codec<I> inputCodec,
    String output,
    Codec<O> outputCodec,
    String deadLetters,
    Transform<I, O> transform,
    int lanes,
    List<TopicSpec> topics) {

  public TransformSpec {
    topics = List.copyOf(topics);
  }
}

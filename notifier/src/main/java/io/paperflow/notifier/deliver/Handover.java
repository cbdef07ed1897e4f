package io.paperflow.notifier.deliver;

/** What came of handing something over. */
public sealed interface Handover {

  /** The other side has it. */
  record Taken() implements Handover {}

  /**
   * The other side certainly does not have it.
   *
   * @param code short and in kebab case
   * @param reason names what refused and why
   * @param forGood whether the same will never be taken
   */
  record NotTaken(String code, String reason, boolean forGood) implements Handover {}

  /** It broke off before the answer: the other side may have it or not. */
  record Unknown(String reason) implements Handover {}
}

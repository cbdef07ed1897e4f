package io.paperflow.http;

import java.util.Optional;

/**
 * What the settings allow and give for a host.
 *
 * @param token sent as {@code Authorization: Bearer} to this host and no other
 * @param plainHttp whether http without TLS is allowed
 * @param privateAddresses whether the host may have a loopback, private or other special address
 */
public record Access(Optional<Secret> token, boolean plainHttp, boolean privateAddresses) {

  /** Over TLS, at a public address, without a token. */
  public static final Access PUBLIC = new Access(Optional.empty(), false, false);
}

package io.paperflow.http;

import io.paperflow.http.Watchdog.Watch;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/**
 * HTTP/1.1 over sockets that are opened to the very addresses that were checked, one connection a
 * request: nothing of one answer can be taken for the beginning of the next.
 */
final class SocketWire implements Wire {

  private static final Http1Config PROTOCOL =
      Http1Config.custom()
          .setMaxLineLength(16 * 1024)
          .setMaxHeaderCount(200)
          .setMaxEmptyLineCount(10)
          .build();

  private final Resolver resolver;
  private final SSLSocketFactory tls;
  private final Pace pace;
  private final Time time;
  private final Watchdog watchdog = new Watchdog();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  SocketWire(Resolver resolver, SSLSocketFactory tls, Pace pace, Time time) {
    this.resolver = resolver;
    this.tls = tls;
    this.pace = pace;
    this.time = time;
  }

  @Override
  public Reply send(Call call) throws WireException {
    Socket socket = connect(addresses(call), call.target());
    if (closed) {
      close(socket);
      throw new WireException("network", "the client is closed");
    }
    Watch head = watchdog.watch(socket, call.limits().firstByte());
    try {
      Reply reply = exchange(call, socket);
      head.callOff();
      return reply;
    } catch (IOException | HttpException e) {
      head.callOff();
      close(socket);
      throw failure(e, head.hasBitten());
    }
  }

  private List<InetAddress> addresses(Call call) throws WireException {
    Resolver allowed = call.privateAddresses() ? resolver : Resolver.publicOnly(resolver);
    try {
      return allowed.resolve(call.target().host());
    } catch (Resolver.ForbiddenAddressException e) {
      throw new WireException("address", String.valueOf(e.getMessage()));
    } catch (UnknownHostException e) {
      throw new WireException("network", "the host's name cannot be looked up");
    }
  }

  private Socket connect(List<InetAddress> addresses, Target target) throws WireException {
    int each = Math.max(1, (int) pace.connect().dividedBy(addresses.size()).toMillis());
    List<String> failures = new ArrayList<>();
    for (InetAddress address : addresses) {
      Socket socket = new Socket();
      open.add(socket);
      try {
        socket.connect(new InetSocketAddress(address, target.port()), each);
        return socket;
      } catch (IOException e) {
        close(socket);
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    throw new WireException("network", "no connection: " + String.join(", ", failures));
  }

  private Reply exchange(Call call, Socket socket) throws IOException, HttpException {
    Socket stream = call.target().isTls() ? secured(socket, call.target()) : socket;
    stream.setSoTimeout((int) Math.min(call.limits().firstByte().toMillis(), Integer.MAX_VALUE));
    // The parser of heads takes its limits from its own factory alone.
    DefaultBHttpClientConnection connection =
        new DefaultBHttpClientConnection(
            PROTOCOL, null, null, null, null, null, new DefaultHttpResponseParserFactory(PROTOCOL));
    connection.bind(stream);
    ClassicHttpResponse response =
        new HttpRequestExecutor().execute(request(call), connection, HttpCoreContext.create());
    Duration stall = pace.stall(call.limits().firstByte());
    stream.setSoTimeout((int) Math.min(stall.toMillis(), Integer.MAX_VALUE));
    HttpEntity entity = response.getEntity();
    InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
    Watch whole = watchdog.watch(socket, call.limits().whole());
    return new Reply(
        response.getCode(),
        headers(response),
        new WireBody(
            body,
            whole,
            () -> {
              whole.callOff();
              close(socket);
            },
            stall,
            pace.rate(),
            time));
  }

  private Socket secured(Socket socket, Target target) throws IOException {
    SSLSocket secured = (SSLSocket) tls.createSocket(socket, target.host(), target.port(), true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static BasicClassicHttpRequest request(Call call) {
    BasicClassicHttpRequest request =
        new BasicClassicHttpRequest(
            call.json().isPresent() ? "POST" : "GET", call.target().pathAndQuery());
    request.addHeader("Host", call.target().authority());
    request.addHeader("Connection", "close");
    call.headers().forEach(request::addHeader);
    call.json()
        .ifPresent(
            json -> {
              StringEntity body = new StringEntity(json, ContentType.APPLICATION_JSON);
              request.setEntity(body);
              request.addHeader("Content-Type", body.getContentType());
              request.addHeader("Content-Length", body.getContentLength());
            });
    return request;
  }

  private static Headers headers(ClassicHttpResponse response) {
    List<Map.Entry<String, String>> fields = new ArrayList<>();
    for (Header header : response.getHeaders()) {
      fields.add(Map.entry(header.getName(), header.getValue() == null ? "" : header.getValue()));
    }
    return Headers.of(fields);
  }

  private static WireException failure(Exception e, boolean tooLate) {
    if (tooLate || e instanceof SocketTimeoutException) {
      return new WireException("timeout", "the answer did not begin in time");
    }
    String detail = String.valueOf(e.getMessage());
    return switch (e) {
      case SSLException _ -> new WireException("tls", "no secure connection: " + detail);
      case HttpException _, MessageConstraintException _ ->
          new WireException("protocol", "the answer is not HTTP: " + detail);
      default -> new WireException("network", "the connection broke: " + detail);
    };
  }

  private void close(Socket socket) {
    open.remove(socket);
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed as far as it can be.
    }
  }

  @Override
  public void close() {
    closed = true;
    open.forEach(this::close);
    watchdog.close();
  }
}

package io.paperflow.service;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.ArrayList;
import java.util.List;

/** Starts a service: settings first, all their problems at once, then its server and its loops. */
public final class Service {

  /** Exit code for settings that cannot work. */
  public static final int EXIT_SETTINGS = 2;

  private Service() {}

  /**
   * The main of a service, which runs until it is told to end by a signal.
   *
   * @param name the service; its own settings are {@code application-{name}.yml}
   */
  @SuppressWarnings("SystemExitOutsideMain") // It is the main of every service.
  public static void main(String name, String[] arguments) {
    try {
      ApplicationContext context =
          start(ApplicationContext.builder().environments(name).args(arguments).build());
      Runtime.getRuntime().addShutdownHook(new Thread(context::close, "shutdown"));
    } catch (SettingsException e) {
      e.problems().forEach(System.err::println);
      System.exit(EXIT_SETTINGS);
    }
  }

  /**
   * Starts a context, checks the settings, then starts its server and loops.
   *
   * @throws SettingsException naming everything that is wrong; the context is closed then
   */
  public static ApplicationContext start(ApplicationContext context) throws SettingsException {
    var _ = configure(context).getBean(EmbeddedServer.class).start();
    return context;
  }

  /**
   * Starts a context and checks the settings; neither server nor loops are started.
   *
   * @throws SettingsException naming everything that is wrong; the context is closed then
   */
  public static ApplicationContext configure(ApplicationContext context) throws SettingsException {
    List<String> problems = new ArrayList<>();
    try {
      context.start();
      for (SettingsCheck check : context.getBeansOfType(SettingsCheck.class)) {
        problems.addAll(check.problems());
      }
    } catch (BeanContextException e) {
      problems.add(rootMessage(e));
    }
    if (!problems.isEmpty()) {
      context.close();
      throw new SettingsException(problems);
    }
    return context;
  }

  private static String rootMessage(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }

  /** Settings that cannot work. */
  public static final class SettingsException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    SettingsException(List<String> problems) {
      super(String.join("; ", problems));
      this.problems = List.copyOf(problems);
    }

    /** One line for each problem. */
    public List<String> problems() {
      return problems;
    }
  }
}

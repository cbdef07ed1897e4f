package io.paperflow.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A headless Chromium (Debian's packages {@code chromium} and {@code chromium-driver}), and what
 * axe-core finds in its pages (Web Content Accessibility Guidelines, and axe's best practices). Not
 * thread-safe.
 */
public final class Browser implements AutoCloseable {

  private static final int HEIGHT = 800;

  /** Answers a line for each element that breaks a rule. */
  private static final String FINDINGS =
      """
      const done = arguments[arguments.length - 1];
      axe.run().then(
        found => done(found.violations.flatMap(rule =>
          rule.nodes.map(node => `${rule.id} (${rule.impact}): ${node.html}`))),
        error => done([String(error)]));
      """;

  private final ChromeDriver driver;
  private final String axe;

  private Browser(ChromeDriver driver, String axe) {
    this.driver = driver;
    this.axe = axe;
  }

  /**
   * Starts a browser in which pages may run scripts, or may not. Where there is none the test is
   * skipped, and says so; with {@code CI=true} it fails.
   */
  public static Browser start(boolean scripts) throws IOException {
    Optional<Path> chromium = found("chromium");
    Optional<Path> chromedriver = found("chromedriver");
    boolean there = chromium.isPresent() && chromedriver.isPresent();
    if (!there && !"true".equals(System.getenv("CI"))) {
      Assumptions.abort("skipped: no browser: install the packages chromium and chromium-driver");
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toString());
    // Tests ask nobody but their own pages; and a container's root has no sandbox.
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run");
    options.setExperimentalOption(
        "prefs", Map.of("profile.managed_default_content_settings.javascript", scripts ? 1 : 2));
    LoggingPreferences console = new LoggingPreferences();
    console.enable(LogType.BROWSER, Level.ALL);
    options.setCapability("goog:loggingPrefs", console);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromedriver.orElseThrow().toFile())
            .build();
    return new Browser(new ChromeDriver(service, options), axe());
  }

  private static Optional<Path> found(String program) {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String axe() throws IOException {
    try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), UTF_8);
    }
  }

  /** Shows a page and returns when it is loaded. */
  public void open(URI page) {
    driver.get(page.toString());
  }

  /** For what is done and looked for on the page. */
  public WebDriver driver() {
    return driver;
  }

  /** How wide pages are from now on, in CSS pixels, and whether the reader likes them dark. */
  public void look(int width, boolean dark) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", HEIGHT, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
  }

  /** A line for each element of the page that axe objects to. */
  public List<String> objections() {
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(1));
    driver.executeScript(axe);
    List<?> found = (List<?>) Objects.requireNonNull(driver.executeAsyncScript(FINDINGS));
    return found.stream().map(Object::toString).toList();
  }

  /** How many CSS pixels the page is wider than the window. */
  public long overhang() {
    Object pixels =
        driver.executeScript(
            "const page = document.documentElement; return page.scrollWidth - page.clientWidth;");
    return ((Number) Objects.requireNonNull(pixels)).longValue();
  }

  /** What the browser said of its pages since the last call: refused scripts, what is missing. */
  public List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .map(LogEntry::getMessage)
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }
}

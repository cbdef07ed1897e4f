package io.paperflow.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.paperflow.browser.Browser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The notifier's pages as a reader's browser shows them. */
@Timeout(300)
final class FollowPagesTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir private Path folder;

  private final List<String> objections = new ArrayList<>();

  @Test
  void whoFollowsCanReadEveryPageOnTheWay() throws Exception {
    try (Browser browser = Browser.start(true);
        var up =
            CommandLineProcess.up(
                folder,
                Map.of("PAPERFLOW_FORGES_ENABLED", "false"),
                Path.of("..", "samples").toAbsolutePath().toString())) {
      URI base = URI.create(up.awaitLine("page ").replaceFirst("page +", ""));
      up.awaitLine("papers ");
      for (String page : List.of("/trending", "/trending/month", "/digest", "/follow")) {
        browser.open(base.resolve(page));
        look(browser, page);
      }

      follow(browser, "nobody");
      look(browser, "a form that was filled in wrongly");
      follow(browser, "https://hooks.example.org/papers");
      look(browser, "what one follows");
      WebDriver page = browser.driver();
      page.findElement(By.linkText("This page")).click();
      for (String link : List.of("Preview", "End it")) {
        page.findElement(By.linkText(link)).click();
        look(browser, link);
        page.navigate().back();
      }
      up.signal("TERM");
      up.awaitExit();
    }
    assertEquals(List.of(), objections);
  }

  private static void follow(Browser browser, String address) {
    WebDriver page = browser.driver();
    page.findElement(By.id("searches")).clear();
    page.findElement(By.id("searches")).sendKeys("rivers = river attention");
    page.findElement(By.cssSelector("#channel option[value=webhook]")).click();
    page.findElement(By.id("address")).clear();
    page.findElement(By.id("address")).sendKeys(address);
    WebElement before = page.findElement(By.cssSelector("main h1"));
    page.findElement(By.cssSelector("main form button")).click();
    new WebDriverWait(page, PATIENCE).until(ExpectedConditions.stalenessOf(before));
  }

  private void look(Browser browser, String page) {
    for (boolean dark : new boolean[] {false, true}) {
      for (int width : new int[] {1280, 360}) {
        browser.look(width, dark);
        String where = page + (dark ? " dark " : " light ") + width + " px: ";
        browser.objections().forEach(found -> objections.add(where + found));
        if (browser.overhang() > 0) {
          objections.add(where + "sticks out by " + browser.overhang());
        }
      }
    }
  }
}

package io.paperflow.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.paperflow.browser.Browser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The pages as a reader's browser shows them. */
@ExtendWith(SearchExtension.class)
class BrowserTest {

  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final List<String> PAGES =
      List.of(
          "/",
          "/search?q=attention",
          "/search?q=river&sort=date",
          "/search?q=alert",
          "/search?q=stars:many+river",
          "/search?q=nothinghasthisword",
          "/papers/arxiv:2611.09871",
          "/papers/arxiv:0000.00000",
          "/daily",
          "/daily/2026-11-17",
          "/daily/2026-11",
          "/sources",
          "/api");

  private final RunningSearch search;

  BrowserTest(RunningSearch search) {
    this.search = search;
  }

  @Test
  void everyPageCanBeReadByAll() throws Exception {
    List<String> objections = new ArrayList<>();
    try (Browser browser = Browser.start(true)) {
      for (boolean dark : new boolean[] {false, true}) {
        for (int width : new int[] {1280, 360}) {
          browser.look(width, dark);
          for (String page : PAGES) {
            browser.open(search.address(page));
            String where = page + (dark ? " dark " : " light ") + width + " px: ";
            browser.objections().forEach(found -> objections.add(where + found));
          }
        }
      }
    }
    assertEquals(List.of(), objections);
  }

  @Test
  void nothingSticksOutOfAPhone() throws Exception {
    try (Browser browser = Browser.start(true)) {
      browser.look(320, false);
      for (String page : PAGES) {
        browser.open(search.address(page));
        assertEquals(0, browser.overhang(), page);
      }
    }
  }

  @Test
  void theBrowserRefusesNothingOfOurPages() throws Exception {
    try (Browser browser = Browser.start(true)) {
      for (String page : PAGES) {
        browser.open(search.address(page));
        List<String> complaints = browser.complaints();
        boolean missing = page.contains("0000.00000");
        assertTrue(missing || complaints.isEmpty(), () -> page + ": " + complaints);
      }
    }
  }

  @Test
  void titlesAreOfferedWhileTypingAndTheSearchNeedsNoMouse() throws Exception {
    try (Browser browser = Browser.start(true)) {
      browser.open(search.address("/"));
      WebElement box = browser.driver().findElement(By.id("q"));
      box.sendKeys("lant");
      new WebDriverWait(browser.driver(), PATIENCE)
          .until(
              page ->
                  page.findElements(By.cssSelector("#suggestions option")).stream()
                      .anyMatch(
                          o -> String.valueOf(o.getDomProperty("value")).startsWith("Lantern: ")));
      box.clear();
      box.sendKeys("river", Keys.ENTER);
      awaitHeading(browser, "1 paper");
      WebElement active = browser.driver().switchTo().activeElement();
      for (int i = 0; i < 60 && !"/papers/arxiv:2611.09871".equals(target(active)); i++) {
        active.sendKeys(Keys.TAB);
        active = browser.driver().switchTo().activeElement();
      }
      active.sendKeys(Keys.ENTER);
      awaitHeading(browser, "River");
    }
  }

  @Test
  void withoutScriptsTheSameIsFound() throws Exception {
    try (Browser browser = Browser.start(false)) {
      browser.open(search.address("/"));
      browser.driver().findElement(By.id("q")).sendKeys("river");
      browser.driver().findElement(By.cssSelector("form.search button")).click();
      awaitHeading(browser, "1 paper");
      browser.driver().findElement(By.cssSelector("article h3 a")).click();
      awaitHeading(browser, "River");
    }
  }

  private static void awaitHeading(Browser browser, String part) {
    new WebDriverWait(browser.driver(), PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(By.tagName("h1"), part));
  }

  private static String target(WebElement element) {
    return String.valueOf(element.getDomAttribute("href"));
  }
}

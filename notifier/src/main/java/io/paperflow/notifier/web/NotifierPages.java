package io.paperflow.notifier.web;

import io.paperflow.catalogue.page.PageArea;
import jakarta.inject.Singleton;

/** The pages of {@link TrendingController} and {@link FollowController}. */
@Singleton
final class NotifierPages implements PageArea {

  @Override
  public boolean owns(String path) {
    return path.equals("/trending")
        || path.startsWith("/trending/")
        || path.equals("/follow")
        || path.startsWith("/follow/");
  }
}

package io.paperflow.enricher.watch;

import io.paperflow.http.Web;
import io.paperflow.web.BudgetRecords;
import io.paperflow.web.Budgets;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** What the watches of all leases of a process share. */
record Means(
    Web web,
    Budgets budgets,
    BudgetRecords budgetRecords,
    RepositoryRecords records,
    WatchMetrics metrics,
    InstantSource clock,
    RandomGenerator random) {}

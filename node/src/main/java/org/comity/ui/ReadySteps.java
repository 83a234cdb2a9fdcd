package org.comity.ui;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one room knows of the first days of a node, from facts already kept and bounded looks; any number of beans. */
public interface ReadySteps {

    List<Step> steps();

    /**
     * @param word {@code ready.<word>} says what holds then, {@code ready.<word>.do} what to do where it does not yet
     * @param address of the page on which an administrator does it, or null
     */
    record Step(String word, boolean done, @Nullable String address) {}
}

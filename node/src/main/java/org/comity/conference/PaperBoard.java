package org.comity.conference;

import java.util.Map;

/** Puts papers of the Conference on the board from which every participant's node reads them; one place decides for whom. */
public interface PaperBoard {

    String NAME = "conference";

    /**
     * Joins the caller's transaction.
     *
     * @param subject e.g. {@code decision-2-4}
     * @param everybody on the public board; otherwise on that of those who take part
     */
    void publish(String subject, boolean everybody, Map<String, ?> json);
}

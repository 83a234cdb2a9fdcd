package org.comity.casework;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.comity.procedure.RequestRow;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;

/** Puts requests into an officer's hands; who has one that another gave is told by whom, until they take it. */
public interface GivenRequests {

    /** At once. */
    int MOST = 50;

    /** In place of an officer: in nobody's hands. */
    String NOBODY = "-";

    /** Those who may work on all of these, by name. */
    List<Official> officers(Collection<String> threads);

    /**
     * What somebody ticked in a list, all of it or none; whoever may work on cases.
     *
     * @param addresses as {@link org.comity.vocabulary.RequestAddress} reads them
     * @throws org.comity.vocabulary.RuleBroken at the field {@code request}
     */
    List<RequestRow> ticked(Collection<String> addresses, Official by);

    /**
     * Gives all of them or none.
     *
     * @param addresses as {@link org.comity.vocabulary.RequestAddress} reads them
     * @param owner the officer's id, or {@link #NOBODY}
     * @throws org.comity.vocabulary.RuleBroken at the field {@code request} or {@code owner}
     */
    void give(Collection<String> addresses, String owner, Official by);

    /**
     * The same of one request, from a page that showed whose it was.
     *
     * @param was the owner's id then; empty for nobody
     * @throws org.comity.vocabulary.RuleBroken also where another took it meanwhile
     */
    void give(String address, String was, String owner, Official by);

    /** What others gave this official, the newest first, at most {@link #MOST}: as long as it is open, and not taken. */
    ListPage<Given> to(Official official);

    /** @param by the name of who gave it */
    record Given(RequestRow request, String by, Instant at) {}
}

package org.comity.reporting;

import java.util.List;
import java.util.Map;
import org.comity.cooperation.Confirmations.Confirmation;
import org.comity.cooperation.RequestRow;
import org.comity.ledger.Ledger;
import org.comity.ledger.Log;
import org.jspecify.annotations.Nullable;

/**
 * What happened on this node, newest first.
 *
 * @param checked the whole chain, walked because the reader asked for it; else null
 * @param log the log as a tree, and how much of it is signed
 * @param next the line from which the next page goes on, or null
 * @param names of officials by id: oversight sees them, no peer does
 * @param requests of this node, the newest
 * @param notConfirmed emergency acts that a second officer would not confirm, with the words
 * @param awaited emergency acts of which no second officer has said anything yet
 */
public record OversightView(
        List<Ledger.Line> lines,
        Ledger.@Nullable Verdict checked,
        Log.Standing log,
        @Nullable Long next,
        String subject,
        Map<String, String> names,
        List<RequestRow> requests,
        List<Confirmation> notConfirmed,
        List<Confirmation> awaited) {

    /** A request by its reference, which can be read aloud; what has none, by its first letters. */
    public String called(String about) {
        return requests.stream()
                .filter(it -> it.thread().equals(about))
                .map(RequestRow::reference)
                .findFirst()
                .orElse(about.length() > 16 ? about.substring(0, 12) + "…" : about);
    }
}

package org.comity.casework.requests;

import java.time.Clock;
import java.util.Map;
import org.comity.casework.SearchIndex;
import org.comity.casework.TheirNumbers;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.LivePages;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Corrects the other State's number of a request, in the list and in what is found, with a line of the record. */
@Component
class CorrectingTheirNumbers implements TheirNumbers {

    private final TheirNumberRows numbers;
    private final RequestRows rows;
    private final SearchIndex search;
    private final Ledger ledger;
    private final LivePages live;
    private final Clock clock;

    CorrectingTheirNumbers(
            TheirNumberRows numbers, RequestRows rows, SearchIndex search, Ledger ledger, LivePages live, Clock clock) {
        this.numbers = numbers;
        this.rows = rows;
        this.search = search;
        this.ledger = ledger;
        this.live = live;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void correct(RequestRow row, String number, Official by) {
        var known = rows.lock(row.thread()).orElseThrow();
        if (known.theirCase().equals(number)) return;
        numbers.correct(known.thread(), number, clock.instant());
        rows.ofThread(known.thread()).ifPresent(search::listed);
        ledger.record(by, "request.their-number", known.thread(), Map.of("before", known.theirCase(), "now", number));
        live.changed("requests", known.reference());
    }
}

package org.comity.reporting;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.ledger.Ledger;
import org.comity.procedure.Dispatch;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.sheet.HarmlessCell;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was asked of us and by us in a year, whatever its channel; our own node's only. */
@Component
class YearRegister {

    static final int MOST = 2000;

    private final Requests requests;
    private final Ledger ledger;
    private final Clock clock;

    YearRegister(Requests requests, Ledger ledger, Clock clock) {
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
    }

    int thisYear() {
        return Year.from(clock.instant().atOffset(ZoneOffset.UTC)).getValue();
    }

    @Transactional
    YearView view(int year, Official by) {
        var shown = new ArrayList<RequestRow>();
        requests.ofYear(year, by.id(), row -> {
            shown.add(row);
            return shown.size() <= MOST;
        });
        var page = ListPage.of(shown, MOST);
        ledger.record(by, "register.read", Integer.toString(year), Map.of());
        return new YearView(year, page.rows(), page.more(), MOST, requests.figures(year, by.id()));
    }

    /** In no transaction but that of the record: whoever takes it may be slow. */
    void write(int year, Official by, Writer to) throws IOException {
        ledger.record(by, "register.exported", Integer.toString(year), Map.of());
        var csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(
                "reference",
                "opened",
                "counterpart",
                "our role",
                "channel",
                "subject",
                "state",
                "kept until",
                "our case",
                "their case",
                "letter",
                "posted on",
                "posted by",
                "posting number",
                "received on");
        requests.ofYear(year, by.id(), row -> line(csv, row));
        csv.flush();
    }

    private static boolean line(CSVPrinter csv, RequestRow row) {
        try {
            var way = row.dispatch();
            // What is read at a seat here was posted by nobody.
            var letter = way == null || way.atSeat() ? null : way;
            csv.printRecord(
                    row.reference(),
                    row.openedAt(),
                    row.counterpart(),
                    row.ourRole().word(),
                    row.channel(),
                    HarmlessCell.of(row.subject()),
                    row.shown(),
                    row.until(),
                    HarmlessCell.of(row.ourCase()),
                    HarmlessCell.of(row.theirCase()),
                    way == null ? null : stands(way),
                    letter == null ? null : letter.day(),
                    letter == null ? null : letter.channel(),
                    letter == null ? null : HarmlessCell.of(letter.number()),
                    way == null ? null : way.receivedOn());
            return true;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String stands(Dispatch way) {
        return way.atSeat() && way.stage() == Dispatch.Stage.POSTED
                ? "AT_SEAT"
                : way.stage().name();
    }
}

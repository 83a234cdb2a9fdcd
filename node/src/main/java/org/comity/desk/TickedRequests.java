package org.comity.desk;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.casework.GivenRequests;
import org.comity.directory.Directory;
import org.comity.directory.GoneParticipant;
import org.comity.identity.Officials;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.sheet.HarmlessCell;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes what was ticked in a list as a table, for paper or for a spreadsheet; what leaves as a file is on record. */
@Component
class TickedRequests {

    private final GivenRequests given;
    private final Directory directory;
    private final Officials officials;
    private final Ledger ledger;

    TickedRequests(GivenRequests given, Directory directory, Officials officials, Ledger ledger) {
        this.given = given;
        this.directory = directory;
        this.officials = officials;
        this.ledger = ledger;
    }

    List<DeskView.Row> rows(Collection<String> addresses, Official by) {
        var ticked = given.ticked(addresses, by);
        var owners = ReadingDesk.owners(ticked, officials);
        return ticked.stream()
                .map(it -> new DeskView.Row(
                        it,
                        GoneParticipant.shown(directory, it.counterpart()),
                        it.owner() == null ? null : owners.get(it.owner()),
                        false,
                        null))
                .toList();
    }

    @Transactional
    void write(Collection<String> addresses, Official by, Writer to) throws IOException {
        var rows = rows(addresses, by);
        rows.forEach(it -> ledger.record(by, "request.exported", it.request().thread(), Map.of()));
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
                "due",
                "our case",
                "their case",
                "owner");
        for (var row : rows) {
            line(csv, row.request(), row.owner());
        }
        csv.flush();
    }

    private static void line(CSVPrinter csv, RequestRow row, @Nullable String owner) throws IOException {
        csv.printRecord(
                row.reference(),
                row.openedAt(),
                row.counterpart(),
                row.ourRole().word(),
                row.channel(),
                HarmlessCell.of(row.subject()),
                row.shown(),
                row.until(),
                row.dueBy(),
                HarmlessCell.of(row.ourCase()),
                HarmlessCell.of(row.theirCase()),
                owner == null ? null : HarmlessCell.of(owner));
    }
}

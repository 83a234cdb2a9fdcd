package org.comity.reporting;

import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.comity.casework.OnwardTransfers;
import org.comity.ledger.Ledger;
import org.comity.sheet.HarmlessCell;
import org.comity.vocabulary.Official;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The year's onward transfers of personal data, to read, to print and to take away; our own node's only. */
@Component
class TransferRegister {

    private final OnwardTransfers transfers;
    private final Ledger ledger;
    private final Clock clock;

    TransferRegister(OnwardTransfers transfers, Ledger ledger, Clock clock) {
        this.transfers = transfers;
        this.ledger = ledger;
        this.clock = clock;
    }

    @Transactional
    TransfersOfYear view(int year, Official by) {
        var valid = valid(year);
        ledger.record(by, "transfers.read", Integer.toString(valid), Map.of());
        return new TransfersOfYear(valid, transfers.ofYear(valid, by));
    }

    @Transactional
    void write(int year, Official by, Writer to) throws IOException {
        var valid = valid(year);
        ledger.record(by, "transfers.exported", Integer.toString(valid), Map.of());
        var csv = new CSVPrinter(to, CSVFormat.RFC4180);
        csv.printRecord(
                "at", "reference", "counterpart", "said by", "act", "recipient", "data", "day", "words", "SHA-256");
        var register = transfers.ofYear(valid, by);
        for (var line : register.lines()) {
            csv.printRecord(
                    line.at(),
                    line.request().reference(),
                    line.request().counterpart(),
                    line.ours() ? "us" : "them",
                    line.type(),
                    HarmlessCell.of(line.recipient()),
                    HarmlessCell.of(line.what()),
                    line.day(),
                    HarmlessCell.of(line.words()),
                    line.act());
        }
        if (register.cut()) {
            csv.printRecord("cut: the year has more than %d lines".formatted(OnwardTransfers.MOST));
        }
        csv.flush();
    }

    int valid(int year) {
        return year < 2000 || year > 9999
                ? Year.from(clock.instant().atOffset(ZoneOffset.UTC)).getValue()
                : year;
    }
}

package org.comity.casework.requests;

import java.util.Locale;
import java.util.Map;
import org.comity.casework.DomesticFile;
import org.comity.ledger.Ledger;
import org.comity.procedure.RequestRow;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of a request, and the scans of its domestic file; each reading is on record. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class DownloadController {

    private final ReadingThread reading;
    private final DomesticFile file;
    private final CaseAccessByDuty access;
    private final Ledger ledger;

    DownloadController(ReadingThread reading, DomesticFile file, CaseAccessByDuty access, Ledger ledger) {
        this.reading = reading;
        this.file = file;
        this.access = access;
        this.ledger = ledger;
    }

    @GetMapping("/documents")
    String documents(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = ReadingThread.NEWEST) int before,
            Official by,
            Model model,
            Locale language) {
        model.addAttribute("thread", reading.read(row(reference, by), before, by, language));
        return "casework/requests/documents";
    }

    @FileDownload
    @GetMapping("/file/{line}")
    @Transactional
    public ResponseEntity<byte[]> scan(@AddressedRequest String reference, @PathVariable long line, Official by) {
        var row = row(reference, by);
        var scan = file.scan(row.thread(), line).orElseThrow(() -> new ListingRequests.Unknown(reference));
        ledger.record(by, "scan.read", row.thread(), Map.of());
        return FileAnswer.ofOthers(scan.name(), scan.content());
    }

    private RequestRow row(String reference, Official by) {
        return access.row(reference, by);
    }
}

package org.comity.cooperation.requests;

import java.util.Locale;
import java.util.Map;
import org.comity.cooperation.DomesticFile;
import org.comity.cooperation.RequestRow;
import org.comity.cooperation.TakingAway;
import org.comity.ledger.Ledger;
import org.comity.proof.Container;
import org.comity.vocabulary.Official;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** What can be taken away of a request: containers, documents, attachments, scans; each taking is on record. */
@Controller
@RequestMapping("/requests/{reference:[A-Z]{2}-[0-9]{4}-[0-9]{6}}")
class DownloadController {

    private final ReadingThread reading;
    private final TakingAway taking;
    private final DomesticFile file;
    private final MayRead mayRead;
    private final Ledger ledger;

    DownloadController(
            ReadingThread reading,
            TakingAway taking,
            DomesticFile file,
            MayRead mayRead,
            Ledger ledger) {
        this.reading = reading;
        this.taking = taking;
        this.file = file;
        this.mayRead = mayRead;
        this.ledger = ledger;
    }

    @GetMapping("/documents")
    String documents(@PathVariable String reference, Official by, Model model, Locale language) {
        model.addAttribute("thread", reading.read(row(reference, by), by, language));
        return "cooperation/requests/documents";
    }

    @GetMapping("/acts/{act:[0-9a-f]{64}}/act.asice")
    public ResponseEntity<byte[]> container(@PathVariable String reference, @PathVariable String act, Official by) {
        var bytes = taking.container(reference, act, by);
        return file(bytes, MediaType.parseMediaType(Container.MIMETYPE), act.substring(0, 12) + ".asice", true);
    }

    @GetMapping("/acts/{act:[0-9a-f]{64}}/{name:act\\.pdf|act\\.json}")
    public ResponseEntity<byte[]> document(
            @PathVariable String reference, @PathVariable String act, @PathVariable String name, Official by) {
        var type = name.endsWith("pdf") ? MediaType.APPLICATION_PDF : MediaType.APPLICATION_JSON;
        return file(taking.inside(reference, act, name, by), type, name, false);
    }

    /** Attachments come from outside: always downloaded, never shown in the page. */
    @GetMapping("/acts/{act:[0-9a-f]{64}}/files/{name}")
    public ResponseEntity<byte[]> attachment(
            @PathVariable String reference, @PathVariable String act, @PathVariable String name, Official by) {
        var bytes = taking.inside(reference, act, "attachments/" + name, by);
        return file(bytes, MediaType.APPLICATION_OCTET_STREAM, name, true);
    }

    @GetMapping("/file/{line}")
    @Transactional
    public ResponseEntity<byte[]> scan(@PathVariable String reference, @PathVariable long line, Official by) {
        var row = row(reference, by);
        var scan = file.lines(row.thread()).stream()
                .filter(it -> it.id() == line)
                .findFirst()
                .flatMap(it -> file.scan(it.id()))
                .orElseThrow(() -> new ListingRequests.Unknown(reference));
        ledger.record(by, "scan.read", row.thread(), Map.of());
        return file(scan.content(), MediaType.APPLICATION_OCTET_STREAM, scan.name(), true);
    }

    private RequestRow row(String reference, Official by) {
        return mayRead.row(reference, by);
    }

    private static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name, boolean download) {
        var disposition = (download ? ContentDisposition.attachment() : ContentDisposition.inline())
                .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }
}

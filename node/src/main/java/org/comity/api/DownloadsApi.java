package org.comity.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.cooperation.TakingAway;
import org.comity.cooperation.UseLimits;
import org.comity.proof.Container;
import org.comity.vocabulary.Official;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Containers, documents and whole threads, byte for byte; each taking is on record. */
@RestController
@RequestMapping("/api/v1/requests" + RequestsApi.REFERENCE)
class DownloadsApi {

    private static final String ACT = "/acts/{act:[0-9a-f]{64}}";

    private final TakingAway taking;
    private final ReadingRequest reading;

    DownloadsApi(TakingAway taking, ReadingRequest reading) {
        this.taking = taking;
        this.reading = reading;
    }

    @GetMapping(ACT + "/act.asice")
    ResponseEntity<byte[]> container(@PathVariable String reference, @PathVariable String act, Official by) {
        var name = act.substring(0, 12) + ".asice";
        return file(taking.container(reference, act, by), MediaType.parseMediaType(Container.MIMETYPE), name);
    }

    @GetMapping(ACT + "/act.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String reference, @PathVariable String act, Official by) {
        return file(taking.inside(reference, act, "act.pdf", by), MediaType.APPLICATION_PDF, "act.pdf");
    }

    @GetMapping(ACT + "/act.json")
    ResponseEntity<byte[]> json(@PathVariable String reference, @PathVariable String act, Official by) {
        return file(taking.inside(reference, act, "act.json", by), MediaType.APPLICATION_JSON, "act.json");
    }

    /** A file that came with the act. */
    @GetMapping(ACT + "/files/{name}")
    ResponseEntity<byte[]> attachment(
            @PathVariable String reference, @PathVariable String act, @PathVariable String name, Official by) {
        return file(taking.inside(reference, act, "attachments/" + name, by), MediaType.APPLICATION_OCTET_STREAM, name);
    }

    /** Where a use limit binds us, {@code use} and {@code words} say within which use it is taken, and for what. */
    @GetMapping("/thread.zip")
    void thread(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletResponse response)
            throws IOException {
        reading.row(reference, by);
        var thread = taking.thread(reference, new UseLimits.Confirmed(use, words), by);
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached(reference + ".zip"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        thread.to(response.getOutputStream());
    }

    static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, attached(name))
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }
}

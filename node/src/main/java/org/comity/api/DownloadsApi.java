package org.comity.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.casework.RequestExport;
import org.comity.procedure.UseLimits;
import org.comity.ui.FileAnswer;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Containers, documents and whole threads, byte for byte; each taking is on record. Where a use limit binds us, {@code use}
 * and {@code words} say within which use it is taken, and for what.
 */
@RestController
@RequestMapping({"/api/v1/requests" + RequestAddress.SHORT, "/api/v1/requests" + RequestAddress.WHOLE})
class DownloadsApi {

    private static final String ACT = "/acts/{act:[0-9a-f]{64}}";

    private final RequestExport taking;
    private final ReadingRequest reading;

    DownloadsApi(RequestExport taking, ReadingRequest reading) {
        this.taking = taking;
        this.reading = reading;
    }

    /** The container, and the two forms of the act in it. */
    @GetMapping({ACT + "/act.asice", ACT + "/act.pdf", ACT + "/act.json"})
    void document(
            @AddressedRequest String reference,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var asked = request.getRequestURI();
        var what = "acts/" + act + asked.substring(asked.lastIndexOf('/'));
        take(reference, what, new UseLimits.Confirmed(use, words), by, response);
    }

    /** A file that came with the act. */
    @GetMapping(ACT + "/files/{name}")
    void attachment(
            @AddressedRequest String reference,
            @PathVariable String act,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletResponse response)
            throws IOException {
        take(reference, "acts/" + act + "/files/" + name, new UseLimits.Confirmed(use, words), by, response);
    }

    @GetMapping("/" + RequestExport.THREAD)
    void thread(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String use,
            @RequestParam(defaultValue = "") String words,
            Official by,
            HttpServletResponse response)
            throws IOException {
        take(reference, RequestExport.THREAD, new UseLimits.Confirmed(use, words), by, response);
    }

    private void take(
            String reference, String what, UseLimits.Confirmed within, Official by, HttpServletResponse response)
            throws IOException {
        reading.row(reference, by);
        var taken = taking.take(reference, what, within, by);
        write(taken, response);
    }

    /** As a file that is downloaded, written as it is read. */
    static void write(RequestExport.Part taken, HttpServletResponse response) throws IOException {
        response.setContentType(taken.mediaType());
        FileAnswer.saved(taken.name(), response);
        taken.to(response.getOutputStream());
    }

    static ResponseEntity<byte[]> file(byte[] bytes, MediaType type, String name) {
        return FileAnswer.saved(name).contentType(type).body(bytes);
    }
}

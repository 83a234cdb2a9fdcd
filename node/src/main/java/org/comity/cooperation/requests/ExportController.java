package org.comity.cooperation.requests;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.vocabulary.Official;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The whole thread as one file, for a court or whoever shall check it. */
@Controller
class ExportController {

    private final ExportingThread exporting;
    private final MayRead mayRead;

    ExportController(ExportingThread exporting, MayRead mayRead) {
        this.exporting = exporting;
        this.mayRead = mayRead;
    }

    @GetMapping("/requests/{reference:[A-Z]{2}-[0-9]{4}-[0-9]{6}}/thread.zip")
    void thread(@PathVariable String reference, Official by, HttpServletResponse response) throws IOException {
        var row = mayRead.row(reference, by);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(reference + ".zip").build().toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        exporting.export(row, by, response.getOutputStream());
    }
}

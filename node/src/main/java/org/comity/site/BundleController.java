package org.comity.site;

import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.comity.ui.Language;
import org.comity.vocabulary.Official;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Gives an article as a file that is read without a network: to everybody from the public site, and to officials of this node. */
@Controller
class BundleController {

    private static final String NAME = "/article-{number:[1-9][0-9]?}.zip";
    private static final String ZIP = "application/zip";

    /** Of one that everybody takes: on a thin line, too, and many stay in memory. */
    private static final WritingBundle.Room FOR_EVERYBODY = new WritingBundle.Room(2_000_000, 500_000);

    private static final WritingBundle.Room FOR_OFFICIALS = new WritingBundle.Room(40_000_000, 8_000_000);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final GatheringArticle gathering;
    private final WritingBundle writing;
    private final WritingBundle.Room forEverybody;
    private final Duration patience;

    /** One that is for everybody is gathered and written at a time. */
    private final Semaphore turn = new Semaphore(1);

    @Autowired
    BundleController(GatheringArticle gathering, WritingBundle writing, PublicSiteSettings settings) {
        this(gathering, writing, settings, PATIENCE);
    }

    BundleController(
            GatheringArticle gathering, WritingBundle writing, PublicSiteSettings settings, Duration patience) {
        this.gathering = gathering;
        this.writing = writing;
        // No larger than a page may be that is kept: else each reader would have it drawn anew.
        this.forEverybody = new WritingBundle.Room(
                Math.min(FOR_EVERYBODY.whole(), DrawnPages.largest(settings.mostKept())), FOR_EVERYBODY.files());
        this.patience = patience;
    }

    /** Kept like any public page, and so small that it always is; whole in memory. */
    @GetMapping("/public/{language:[a-z]{2}}/articles" + NAME)
    ResponseEntity<byte[]> forEverybody(@PathVariable String language, @PathVariable String number) throws IOException {
        if (!myTurn()) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .build();
        }
        try {
            var bundle = gathering
                    .bundle(number, Language.of(language).orElse(Language.ENGLISH), null)
                    .orElseThrow(BundleController::unknown);
            var out = new ByteArrayOutputStream();
            writing.write(bundle, forEverybody, out);
            return ResponseEntity.ok().header(HttpHeaders.CONTENT_TYPE, ZIP).body(out.toByteArray());
        } finally {
            turn.release();
        }
    }

    private boolean myTurn() {
        try {
            return turn.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @GetMapping("/bundles" + NAME)
    @FileDownload
    void forOfficials(@PathVariable String number, Official by, Locale locale, HttpServletResponse response)
            throws IOException {
        var bundle = gathering.bundle(number, Language.of(locale), by).orElseThrow(BundleController::unknown);
        response.setContentType(ZIP);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        FileAnswer.saved("article-%s.zip".formatted(number), response);
        writing.write(bundle, FOR_OFFICIALS, response.getOutputStream());
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

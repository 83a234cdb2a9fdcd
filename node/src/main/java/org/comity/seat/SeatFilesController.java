package org.comity.seat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.comity.directory.Directory;
import org.comity.evidence.EvidenceRefused;
import org.comity.evidence.ItemsFromSeats.Hand;
import org.comity.proof.act.Attachment;
import org.comity.ui.Choice;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which a person in a seat adds files of any size to a thread, sees what waits to be handed over, and drops it. */
@Controller
class SeatFilesController {

    static final String PATH = "/seat/files";

    private static final int MOST_FILES = 100;

    private final SpeakingFromSeats speaking;
    private final AddingAtSeats adding;
    private final Directory directory;
    private final Words words;

    SeatFilesController(SpeakingFromSeats speaking, AddingAtSeats adding, Directory directory, Words words) {
        this.speaking = speaking;
        this.adding = adding;
        this.directory = directory;
        this.words = words;
    }

    @GetMapping(PATH)
    String page(
            @RequestParam String thread,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            Locale locale,
            Model model)
            throws IOException {
        var row = speaking.row(seat, thread);
        var line = SeatController.line(row, locale);
        var steps = adding.steps(row).stream()
                .map(it -> Choice.of(line.path() + "/" + it, words.say(Language.of(locale), row.law() + ".act." + it)))
                .toList();
        model.addAttribute(
                "view",
                new SeatItemsView(
                        line,
                        SeatController.place(directory, seat, locale),
                        !steps.isEmpty(),
                        sealedOnly,
                        adding.waiting(adding.mine(seat, thread)),
                        steps));
        return "seat/files";
    }

    /** Without script: what the form brings goes from the line into the vault, and no plain byte to a disk. */
    @PostMapping(PATH)
    String add(
            @RequestParam String thread,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletRequest http) {
        var by = adding.mayAdd(seat, thread);
        int whole = 0;
        try {
            whole = take(by, sealedOnly, http);
        } catch (IOException e) {
            throw new EvidenceRefused("broken-off", "Files that are whole: %d".formatted(whole));
        }
        if (whole == 0) throw new EvidenceRefused("no-file", "The form brought no file");
        return "redirect:" + SeatItemsView.path(thread);
    }

    private int take(Hand by, boolean sealedOnly, HttpServletRequest http) throws IOException {
        // No file of the form has more than the whole form; a form that does not say how long it is is not taken.
        long most = http.getContentLengthLong();
        if (most < 0) throw new EvidenceRefused("seat-length", "Content-Length is needed");
        var form = new FileUpload().getItemIterator(new ServletRequestContext(http));
        int whole = 0;
        while (form.hasNext()) {
            var part = form.next();
            if (part.isFormField() || part.getName() == null || part.getName().isBlank()) continue;
            if (whole == MOST_FILES) throw new EvidenceRefused("too-many-files", "At most " + MOST_FILES);
            var said = part.getContentType();
            var type = said != null && Attachment.allowedMediaType(said) ? said : "application/octet-stream";
            try (var plain = part.openStream()) {
                adding.take(by, part.getName(), type, sealedOnly, most, plain);
            }
            whole++;
        }
        return whole;
    }

    @PostMapping("/seat/threads/{thread:[0-9a-f-]{36}}/files/{id:[0-9a-f-]{36}}/drop")
    String drop(
            @PathVariable String thread,
            @PathVariable UUID id,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat)
            throws IOException {
        adding.drop(adding.mine(seat, thread), id);
        return "redirect:" + SeatItemsView.path(thread);
    }
}

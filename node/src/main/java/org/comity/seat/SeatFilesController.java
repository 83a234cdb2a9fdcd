package org.comity.seat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.comity.directory.Directory;
import org.comity.evidence.EvidenceRefused;
import org.comity.proof.act.Attachment;
import org.comity.ui.Choice;
import org.comity.ui.ErrorView;
import org.comity.ui.Language;
import org.comity.ui.Words;
import org.springframework.http.HttpStatus;
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
        return page(seat, thread, sealedOnly, List.of(), locale, model);
    }

    private String page(
            SeatOfPerson seat,
            String thread,
            boolean sealedOnly,
            List<SeatItemsView.Refused> refused,
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
                        refused,
                        adding.waiting(adding.mine(seat, thread)),
                        steps));
        return "seat/files";
    }

    /** Without script: what the form brings goes from the line into the vault, and no plain byte to a disk. A file that is refused keeps back no other. */
    @PostMapping(PATH)
    String add(
            @RequestParam String thread,
            @RequestParam(defaultValue = "false") boolean sealedOnly,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletRequest http,
            HttpServletResponse response,
            Locale locale,
            Model model)
            throws IOException {
        adding.mayAdd(seat, thread);
        var brought = new Brought();
        try {
            take(seat, thread, sealedOnly, http, brought);
        } catch (IOException e) {
            throw new EvidenceRefused("broken-off", "Files that are whole: %d".formatted(brought.whole));
        }
        if (brought.files() == 0) throw new EvidenceRefused("no-file", "The form brought no file");
        if (brought.refused.isEmpty()) return "redirect:" + SeatItemsView.path(thread);
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(seat, thread, sealedOnly, brought.refused, locale, model);
    }

    /** What became of the files of one form so far. */
    private static final class Brought {
        private final List<SeatItemsView.Refused> refused = new ArrayList<>();
        private int whole;
        private long bytes;

        int files() {
            return whole + refused.size();
        }
    }

    private void take(SeatOfPerson seat, String thread, boolean sealedOnly, HttpServletRequest http, Brought brought)
            throws IOException {
        // No file of the form has more than what is left of the form; a form that does not say how long it is is not
        // taken.
        long most = http.getContentLengthLong();
        if (most < 0) throw new EvidenceRefused("seat-length", "Content-Length is needed");
        var form = new FileUpload().getItemIterator(new ServletRequestContext(http));
        while (form.hasNext()) {
            var part = form.next();
            if (part.isFormField() || part.getName() == null || part.getName().isBlank()) continue;
            if (brought.files() == MOST_FILES) throw new EvidenceRefused("too-many-files", "At most " + MOST_FILES);
            var said = part.getContentType();
            var type = said != null && Attachment.allowedMediaType(said) ? said : "application/octet-stream";
            try (var plain = part.openStream()) {
                var item = adding.take(seat, thread, part.getName(), type, sealedOnly, most - brought.bytes, plain);
                brought.whole++;
                brought.bytes += item.manifest().orElseThrow().plain().size();
            } catch (EvidenceRefused refused) {
                brought.refused.add(new SeatItemsView.Refused(
                        part.getName(), new ErrorView(refused.code(), refused.facts(), null, List.of())));
            }
        }
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

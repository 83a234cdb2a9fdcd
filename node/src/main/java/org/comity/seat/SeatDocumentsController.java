package org.comity.seat;

import org.comity.directory.Directory;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives a person in a seat the document and the files of an act, before it is signed and after it was said. */
@Controller
@RequestMapping("/seat")
class SeatDocumentsController {

    private static final String DRAFT = "/acts/{act:[0-9a-f]{64}}";
    private static final String SAID = "/{kind:threads|joint}/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}" + DRAFT;
    private static final String DOCUMENT = "act.pdf";

    private final SpeakingFromSeats speaking;
    private final DocumentsAtSeats documents;
    private final Directory directory;

    SeatDocumentsController(SpeakingFromSeats speaking, DocumentsAtSeats documents, Directory directory) {
        this.speaking = speaking;
        this.documents = documents;
        this.directory = directory;
    }

    @GetMapping(DRAFT + "/act.pdf")
    ResponseEntity<byte[]> draft(@PathVariable String act, @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        return FileAnswer.shown(DOCUMENT)
                .contentType(MediaType.APPLICATION_PDF)
                .body(speaking.draft(seat, act).pdf());
    }

    @FileDownload
    @GetMapping(DRAFT + "/files/{name}")
    ResponseEntity<byte[]> enclosed(
            @PathVariable String act,
            @PathVariable String name,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        return FileAnswer.ofOthers(name, documents.enclosed(speaking.draft(seat, act), name));
    }

    @FileDownload
    @GetMapping(SAID + "/act.pdf")
    ResponseEntity<byte[]> document(
            @PathVariable String thread,
            @PathVariable String act,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        var container = documents.container(seat, thread, act);
        var content = container.files().get(DOCUMENT);
        if (content == null) throw SeatRefused.unknown();
        var author = container.act().envelope().author();
        return author.equals(directory.self().id())
                ? FileAnswer.shown(DOCUMENT)
                        .contentType(MediaType.APPLICATION_PDF)
                        .body(content)
                : FileAnswer.ofOthers(author + "-" + DOCUMENT, content);
    }

    @FileDownload
    @GetMapping(SAID + "/files/{name}")
    ResponseEntity<byte[]> file(
            @PathVariable String thread,
            @PathVariable String act,
            @PathVariable String name,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat) {
        var content = documents.container(seat, thread, act).attachment(name);
        return FileAnswer.ofOthers(name, content.orElseThrow(SeatRefused::unknown));
    }
}
